import { addNote, noteSizes } from "../model/changes/index.ts";
import type { Action } from "./action.ts";
import { freePlace } from "./add-beside.ts";
import { onlyStep } from "./selection.ts";

/** Adding and exchanging without a mouse. */
export const drawActions: readonly Action[] = [
  {
    id: "replace",
    needs: "saveFlow",
    group: "edit",
    icon: "Replace",
    shortcuts: ["R"],
    keys: "canvas",
    enabled: (context) => onlyStep(context.editor) !== undefined,
    run(context) {
      const { editor, surface } = context;
      const step = onlyStep(context.editor);
      if (step === undefined) return;
      const screen = surface.toScreen(editor.document.getState().flow.layout[step.id] ?? { x: 0, y: 0 });
      editor.view.setState({ question: { asks: "replacement", step: step.id, screen } });
    },
  },
  {
    id: "add-note",
    needs: "saveFlow",
    group: "edit",
    icon: "Note",
    shortcuts: ["shift+N"],
    keys: "canvas",
    enabled: () => true,
    run({ editor, surface }) {
      const { x, y } = surface.middle();
      const at = { x: x - noteSizes.new.width / 2, y: y - noteSizes.new.height / 2 };
      editor.document.commit(addNote(freePlace(editor, at, noteSizes.new)));
      const added = editor.document.getState().flow.notes.at(-1);
      if (added !== undefined) editor.view.selectNote(added.id);
    },
  },
];
