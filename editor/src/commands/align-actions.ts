import { cardShape } from "../model/card-size.ts";
import type { Change } from "../model/change.ts";
import { alignSteps, distributeSteps, type Side, type Size } from "../model/changes/index.ts";
import type { Action, ActionContext, ActionId } from "./action.ts";

type SizeOf = Parameters<typeof alignSteps>[2];

/** Lays the selected cards on lines, or at even distances. */
export const alignActions: readonly Action[] = [
  align("left", "LayoutAlignLeft"),
  align("center", "LayoutAlignCenter"),
  align("right", "LayoutAlignRight"),
  align("top", "LayoutAlignTop"),
  align("middle", "LayoutAlignMiddle"),
  align("bottom", "LayoutAlignBottom"),
  distribute("across", "LayoutDistributeVertical"),
  distribute("down", "LayoutDistributeHorizontal"),
];

function align(side: Side, icon: string): Action {
  return laying(`align-${side}`, icon, 2, (ids, sizeOf) => alignSteps(ids, side, sizeOf));
}

function distribute(along: "across" | "down", icon: string): Action {
  return laying(`distribute-${along}`, icon, 3, (ids, sizeOf) => distributeSteps(ids, along, sizeOf));
}

function laying(
  id: ActionId,
  icon: string,
  atLeast: number,
  change: (ids: ReadonlySet<string>, sizeOf: SizeOf) => Change,
): Action {
  return {
    id,
    needs: "saveFlow",
    group: "view",
    icon,
    shortcuts: [],
    keys: "canvas",
    enabled: ({ editor }) => editor.view.getState().steps.size >= atLeast,
    run: ({ editor }: ActionContext) => {
      const { steps, sizes } = editor.view.getState();
      const sizeOf: SizeOf = (step): Size => sizes[step.id] ?? cardShape(step);
      editor.document.commit(change(steps, sizeOf));
    },
  };
}
