import type { Action, ActionContext } from "./action.ts";
import { onlyStep } from "./selection.ts";

const hasOnlyStep = ({ editor }: ActionContext) => onlyStep(editor) !== undefined;

/** To the parts of the page by keys. */
export const focusActions: readonly Action[] = [
  {
    id: "edit",
    group: "edit",
    icon: "Pencil",
    shortcuts: ["E"],
    keys: "canvas",
    enabled: hasOnlyStep,
    run: ({ surface }) => surface.focusField("first"),
  },
  {
    id: "rename",
    needs: "saveFlow",
    group: "edit",
    icon: "CursorText",
    shortcuts: ["F2"],
    keys: "canvas",
    enabled: hasOnlyStep,
    run: ({ surface }) => surface.focusField("label"),
  },
  {
    id: "next-region",
    group: "move",
    icon: "LayoutSidebarRight",
    shortcuts: ["F6"],
    keys: "everywhere",
    enabled: () => true,
    run: ({ surface }) => surface.focusRegion(1),
  },
  {
    id: "previous-region",
    group: "move",
    icon: "LayoutSidebar",
    shortcuts: ["shift+F6"],
    keys: "everywhere",
    enabled: () => true,
    run: ({ surface }) => surface.focusRegion(-1),
  },
];
