import type { Flow } from "@ozflow/compiler";
import { cardWidth } from "../model/card-size.ts";
import { addNote, noteSizes } from "../model/changes/index.ts";
import { isConnected } from "../model/connected-ports.ts";
import { portsOf } from "../model/ports.ts";
import type { Action, ActionContext } from "./action.ts";
import { freePlace } from "./add-beside.ts";

/** Pixels between a card and the one added behind it. */
const gap = 96;

/** Adding and exchanging without a mouse. */
export const drawActions: readonly Action[] = [
  {
    id: "add-next",
    needs: "saveFlow",
    group: "edit",
    icon: "SquarePlus",
    shortcuts: ["N"],
    keys: "canvas",
    enabled: (context) => freePort(context) !== undefined,
    run(context) {
      const { editor, surface } = context;
      const step = onlyStep(context);
      const port = freePort(context);
      if (step === undefined || port === undefined) return;
      const { x, y } = editor.document.getState().flow.layout[step.id] ?? { x: 0, y: 0 };
      const position = { x: x + cardWidth + gap, y };
      const screen = surface.toScreen({ x: x + cardWidth, y });
      editor.view.setState({ quickAdd: { from: { step: step.id, port }, screen, position } });
    },
  },
  {
    id: "replace",
    needs: "saveFlow",
    group: "edit",
    icon: "Replace",
    shortcuts: ["R"],
    keys: "canvas",
    enabled: (context) => onlyStep(context) !== undefined,
    run(context) {
      const { editor, surface } = context;
      const step = onlyStep(context);
      if (step === undefined) return;
      const screen = surface.toScreen(editor.document.getState().flow.layout[step.id] ?? { x: 0, y: 0 });
      editor.view.setState({ quickAdd: { replaces: step.id, screen } });
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

function onlyStep({ editor }: ActionContext): Flow["steps"][number] | undefined {
  const { steps } = editor.view.getState();
  return steps.size === 1 ? editor.document.getState().flow.steps.find(({ id }) => steps.has(id)) : undefined;
}

function freePort(context: ActionContext): string | undefined {
  const step = onlyStep(context);
  const { flow } = context.editor.document.getState();
  return step && portsOf(step)?.find((port) => !isConnected(flow, { step: step.id, port: port.id }))?.id;
}
