import { boundsOf, cardBounds } from "../model/bounds.ts";
import type { Position } from "../model/changes/index.ts";
import { nearestCard } from "../model/nearest-card.ts";
import { type Action, type ActionContext, type Direction, directions } from "./action.ts";

/** Of length 1, on the canvas. */
export const towards: Readonly<Record<Direction, Position>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** To the card that lies next in a direction, whether or not a line leads there. */
export const nearActions: readonly Action[] = directions.map((direction): Action => {
  const key = `Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`;
  return {
    id: `go-${direction}`,
    group: "move",
    icon: key,
    shortcuts: [`mod+${key}`],
    keys: "drawing",
    enabled: ({ editor }) => editor.document.getState().flow.steps.length > 0,
    run(context) {
      const { editor, surface } = context;
      const id = nearestTo(context, direction);
      if (id === undefined) return;
      editor.view.selectSteps([id]);
      surface.showSelection();
    },
  };
});

/** From what is selected; from nothing, from the middle of what is seen. */
function nearestTo({ editor, surface }: ActionContext, direction: Direction): string | undefined {
  const { flow } = editor.document.getState();
  const { steps, sizes } = editor.view.getState();
  const from =
    steps.size === 0
      ? { ...surface.middle(), width: 0, height: 0 }
      : boundsOf(flow, sizes, new Set([...steps].slice(-1)));
  const others = flow.steps
    .filter(({ id }) => !steps.has(id))
    .map((step) => [step.id, cardBounds(step, flow, sizes)] as const);
  return from && nearestCard(from, new Map(others), towards[direction]);
}
