import { together } from "../model/change.ts";
import { moveNote, moveSteps, type Position } from "../model/changes/index.ts";
import { type Action, directions } from "./action.ts";
import { towards } from "./near-actions.ts";

/** Pixels a key moves what is selected: one field of the grid, or with Shift several. */
const step = 8;
const leap = 64;

/** Moving cards by the arrow keys; one after the other they are one undo step. */
export const moveActions: readonly Action[] = directions.map((direction): Action => {
  const key = `Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`;
  return {
    id: `move-${direction}`,
    needs: "saveFlow",
    group: "edit",
    icon: key,
    shortcuts: [key, `shift+${key}`],
    keys: "drawing",
    enabled: ({ editor }) => editor.view.getState().steps.size + editor.view.getState().notes.size > 0,
    run({ editor }, shortcut) {
      const { steps, notes } = editor.view.getState();
      const { flow } = editor.document.getState();
      const far = shortcut?.startsWith("shift+") === true ? leap : step;
      const moved = ({ x, y }: Position) => ({ x: x + towards[direction].x * far, y: y + towards[direction].y * far });
      const places = [...steps].map((id) => [id, moved(flow.layout[id] ?? { x: 0, y: 0 })] as const);
      const movedNotes = flow.notes
        .filter(({ id }) => notes.has(id))
        .map((note) => moveNote(note.id, moved(note.position)));
      const group = `nudge ${[...steps, ...notes].join(" ")}`;
      editor.document.commit({
        ...together("move-steps", moveSteps(Object.fromEntries(places)), ...movedNotes),
        group,
      });
    },
  };
});
