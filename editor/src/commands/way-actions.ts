import { cardWidth } from "../model/card-size.ts";
import { disconnect, type PortAddress, type Position } from "../model/changes/index.ts";
import { waysHere } from "../model/leads-here.ts";
import { stepsInOrder } from "../model/outline.ts";
import type { WayDeed } from "../model/view-store.ts";
import type { Action, ActionContext } from "./action.ts";
import { placeBeside } from "./add-beside.ts";
import { onlyStep } from "./selection.ts";
import { type WayOut, waysFor, waysOut } from "./ways.ts";

/** Going from step to step, and leading ways out to steps, by keys. */
export const wayActions: readonly Action[] = [
  going("next-step", "ArrowDown", "J", 1),
  going("previous-step", "ArrowUp", "K", -1),
  {
    id: "next-way",
    group: "move",
    icon: "ListDetails",
    shortcuts: ["P"],
    keys: "canvas",
    enabled: (context) => (onlyWays(context)?.length ?? 0) > 0,
    run(context) {
      const { view } = context.editor;
      const step = onlyStep(context.editor);
      const ways = onlyWays(context) ?? [];
      const at = ways.findIndex(({ port }) => port.id === view.getState().way?.port);
      const next = ways[(at + 1) % ways.length];
      if (step !== undefined && next !== undefined) view.selectWay({ step: step.id, port: next.port.id });
    },
  },
  {
    ...onWay("follow", "ArrowRight", ["G"], ({ editor, surface }, _, { to }) => {
      if (to === undefined) return;
      editor.view.selectSteps([to.id]);
      surface.showSelection();
    }),
    group: "move",
  },
  {
    id: "come-from",
    group: "move",
    icon: "ArrowLeft",
    shortcuts: ["B"],
    keys: "canvas",
    enabled: (context) => sourcesOf(context).length > 0,
    run(context) {
      const { editor, surface } = context;
      const step = onlyStep(editor);
      const [first, ...others] = sourcesOf(context);
      if (step === undefined || first === undefined) return;
      if (others.length > 0) {
        editor.view.setState({ question: { asks: "source", step: step.id, screen: screenOf(context, step.id) } });
        return;
      }
      editor.view.selectWay({ step: first.step, port: first.port });
      surface.showSelection();
    },
  },
  {
    ...onWay("add-next", "SquarePlus", ["N", "Insert"], (context, from) => {
      const screen = screenOf(context, from.step, cardWidth);
      const position = placeBeside(context.editor, from.step);
      context.editor.view.setState({ question: { asks: "next-step", from, screen, position } });
    }),
    needs: "saveFlow",
  },
  {
    ...onWay("connect", "ArrowsJoin", ["C"], (context, from) =>
      context.editor.view.setState({
        question: { asks: "target", from, screen: screenOf(context, from.step, cardWidth) },
      }),
    ),
    needs: "saveFlow",
  },
  {
    ...onWay("insert", "RowInsertBottom", ["I"], (context, into) =>
      context.editor.view.setState({
        question: { asks: "inserted-step", into, screen: screenOf(context, into.step, cardWidth) },
      }),
    ),
    needs: "saveFlow",
  },
  {
    ...onWay("disconnect", "Unlink", ["D"], ({ editor }, from) => editor.document.commit(disconnect([from]))),
    needs: "saveFlow",
  },
];

/** To the step that stands next in reading order; from nowhere, to the first or the last one. */
function going(id: "next-step" | "previous-step", icon: string, shortcut: string, by: 1 | -1): Action {
  return {
    id,
    group: "move",
    icon,
    shortcuts: [shortcut],
    keys: "canvas",
    enabled: ({ editor }) => editor.document.getState().flow.steps.length > 0,
    run({ editor, surface }) {
      const steps = stepsInOrder(editor.document.getState().flow);
      const selected = editor.view.getState().steps;
      const at = steps.findIndex((step) => selected.has(step.id));
      const next = at < 0 ? steps.at(by > 0 ? 0 : -1) : steps[at + by];
      if (next === undefined) return;
      editor.view.selectSteps([next.id]);
      surface.showSelection();
    },
  };
}

/** Something done with a way out: the chosen one, the only one it can be done with, or else the one the author names. */
function onWay(
  id: WayDeed,
  icon: string,
  shortcuts: readonly string[],
  run: (context: ActionContext, from: PortAddress, way: WayOut) => void,
): Action {
  const choice = ({ editor }: ActionContext) => {
    const step = onlyStep(editor);
    if (step === undefined) return { step, ways: [] };
    const ways = waysFor(id, editor.document.getState().flow, step.id);
    const { way } = editor.view.getState();
    return { step, ways: way === undefined ? ways : ways.filter(({ port }) => port.id === way.port) };
  };
  return {
    id,
    group: "edit",
    icon,
    shortcuts,
    keys: "canvas",
    enabled: (context) => choice(context).ways.length > 0,
    run(context) {
      const { step, ways } = choice(context);
      const [first, ...others] = ways;
      if (step === undefined || first === undefined) return;
      if (others.length === 0) run(context, { step: step.id, port: first.port.id }, first);
      else {
        const screen = screenOf(context, step.id, cardWidth);
        context.editor.view.setState({ question: { asks: "way", step: step.id, deed: id, screen } });
      }
    },
  };
}

function onlyWays({ editor }: ActionContext): readonly WayOut[] | undefined {
  const step = onlyStep(editor);
  return step && waysOut(editor.document.getState().flow, step.id);
}

function sourcesOf({ editor }: ActionContext): readonly PortAddress[] {
  const step = onlyStep(editor);
  return step === undefined ? [] : waysHere(editor.document.getState().flow, step.id);
}

/** Pixels in the window, of a place on the upper edge of a card. */
function screenOf({ editor, surface }: ActionContext, step: string, across = 0): Position {
  const { x, y } = editor.document.getState().flow.layout[step] ?? { x: 0, y: 0 };
  return surface.toScreen({ x: x + across, y });
}
