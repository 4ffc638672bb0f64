import { cardShape } from "../model/card-size.ts";
import type { DialogName, PanelName } from "../model/view-store.ts";
import type { Action, ActionContext, ActionId } from "./action.ts";
import { alignActions } from "./align-actions.ts";
import { drawActions } from "./draw-actions.ts";
import { focusActions } from "./focus-actions.ts";
import { frameActions } from "./frame-actions.ts";
import { moveActions } from "./move-actions.ts";
import { nearActions } from "./near-actions.ts";
import { copySelection, coveredSteps, duplicateSelection, removeSelection } from "./selection.ts";
import { wayActions } from "./way-actions.ts";

const always = () => true;
const hasSteps = ({ editor }: ActionContext) => editor.document.getState().flow.steps.length > 0;
const hasSelectedSteps = ({ editor }: ActionContext) => editor.view.getState().steps.size > 0;
const hasSelectedCards = (context: ActionContext) =>
  hasSelectedSteps(context) || context.editor.view.getState().notes.size > 0;
const hasSelection = (context: ActionContext) =>
  hasSelectedCards(context) ||
  context.editor.view.getState().edges.size > 0 ||
  context.editor.view.getState().frames.size > 0;

/** Everything an author can do, in the order of the command palette. */
export const actions: readonly Action[] = [
  {
    id: "save",
    needs: "saveFlow",
    group: "flow",
    icon: "DeviceFloppy",
    shortcuts: ["mod+S"],
    keys: "everywhere",
    enabled: always,
    run: ({ surface }) => surface.save(),
  },
  {
    id: "undo",
    needs: "saveFlow",
    group: "edit",
    icon: "ArrowBackUp",
    shortcuts: ["mod+Z"],
    keys: "everywhere",
    enabled: ({ editor }) => editor.document.getState().past.length > 0,
    run: ({ editor }) => editor.document.undo(),
  },
  {
    id: "redo",
    needs: "saveFlow",
    group: "edit",
    icon: "ArrowForwardUp",
    shortcuts: ["mod+shift+Z", "mod+Y"],
    keys: "everywhere",
    enabled: ({ editor }) => editor.document.getState().future.length > 0,
    run: ({ editor }) => editor.document.redo(),
  },
  {
    id: "cut",
    needs: "saveFlow",
    group: "edit",
    icon: "Cut",
    shortcuts: ["mod+X"],
    keys: "browser",
    enabled: hasSelectedCards,
    run({ editor, surface }) {
      surface.writeClipboard(copySelection(editor));
      removeSelection(editor, "cut");
    },
  },
  {
    id: "copy",
    group: "edit",
    icon: "Copy",
    shortcuts: ["mod+C"],
    keys: "browser",
    enabled: hasSelectedCards,
    run: ({ editor, surface }) => surface.writeClipboard(copySelection(editor)),
  },
  {
    id: "paste",
    needs: "saveFlow",
    group: "edit",
    icon: "Clipboard",
    shortcuts: ["mod+V"],
    keys: "browser",
    enabled: always,
    run: ({ surface }) => surface.pasteFromClipboard(),
  },
  {
    id: "duplicate",
    needs: "saveFlow",
    group: "edit",
    icon: "CopyPlus",
    shortcuts: ["mod+D"],
    keys: "canvas",
    enabled: hasSelectedCards,
    run: ({ editor }) => duplicateSelection(editor),
  },
  {
    id: "remove",
    needs: "saveFlow",
    group: "edit",
    icon: "Trash",
    shortcuts: ["Delete", "Backspace"],
    keys: "canvas",
    enabled: hasSelection,
    run: ({ editor }) => removeSelection(editor),
  },
  {
    id: "select-all",
    group: "edit",
    icon: "SelectAll",
    shortcuts: ["mod+A"],
    keys: "canvas",
    enabled: hasSteps,
    run: ({ editor }) => editor.view.selectSteps(editor.document.getState().flow.steps.map((step) => step.id)),
  },
  {
    id: "select-none",
    group: "edit",
    icon: "Deselect",
    shortcuts: ["Escape"],
    keys: "canvas",
    enabled: hasSelection,
    run: ({ editor }) => editor.view.selectSteps([]),
  },
  ...wayActions,
  ...drawActions,
  ...focusActions,
  ...nearActions,
  ...moveActions,
  ...alignActions,
  ...frameActions,
  {
    id: "arrange",
    needs: "saveFlow",
    group: "view",
    icon: "LayoutDistributeVertical",
    shortcuts: ["mod+shift+L"],
    keys: "canvas",
    enabled: hasSteps,
    run: (context) => void arrangeSteps(context),
  },
  {
    id: "fit-view",
    group: "view",
    icon: "Maximize",
    shortcuts: ["shift+1"],
    keys: "canvas",
    enabled: hasSteps,
    run: ({ surface }) => surface.fitView(),
  },
  {
    id: "zoom-to-selection",
    group: "view",
    icon: "ZoomScan",
    shortcuts: ["shift+2"],
    keys: "canvas",
    enabled: ({ editor }) => coveredSteps(editor).size > 0,
    run: ({ surface }) => surface.zoomToSelection(),
  },
  {
    id: "zoom-in",
    group: "view",
    icon: "ZoomIn",
    shortcuts: ["mod+="],
    keys: "canvas",
    enabled: always,
    run: ({ surface }) => surface.zoom("in"),
  },
  {
    id: "zoom-out",
    group: "view",
    icon: "ZoomOut",
    shortcuts: ["mod+-"],
    keys: "canvas",
    enabled: always,
    run: ({ surface }) => surface.zoom("out"),
  },
  panel("outline", "ListTree", "mod+shift+F"),
  panel("problems", "AlertTriangle", "mod+shift+M"),
  panel("proofs", "Certificate", "mod+shift+U"),
  panel("preview", "FileCode", "mod+shift+O"),
  panel("phone", "DeviceLandlinePhone", "mod+shift+E"),
  panel("tests", "Checklist", "mod+shift+Y"),
  { ...dialog("publish", "Rocket", ["mod+Enter"]), needs: "publishFlow" },
  { ...dialog("start-call", "PhoneOutgoing", []), needs: "startCall" },
  dialog("versions", "ClockHour4", []),
  dialog("prompts", "Table", []),
  dialog("address", "Link", []),
  dialog("guard", "ShieldCheck", []),
  { ...dialog("variables", "Variable", []), needs: "saveFlow" },
  dialog("export-zip", "FileZip", []),
  {
    id: "export-json",
    group: "flow",
    icon: "Download",
    shortcuts: [],
    keys: "canvas",
    enabled: always,
    run: ({ surface }) => surface.downloadJson(),
  },
  {
    id: "commands",
    group: "view",
    icon: "Command",
    shortcuts: ["mod+K", "mod+F"],
    keys: "everywhere",
    enabled: always,
    run: ({ surface }) => surface.openCommands(),
  },
  { ...dialog("shortcuts", "Keyboard", ["shift+?"]), group: "view" },
];

/** The layout engine is loaded when it is first wanted. */
async function arrangeSteps({ editor, surface }: ActionContext): Promise<void> {
  const { arrange } = await import("../model/changes/arrange.ts");
  const { sizes } = editor.view.getState();
  editor.document.commit(arrange((step) => sizes[step.id] ?? cardShape(step)));
  surface.fitView();
}

/** Opens a panel, or closes it when it is the open one. */
function panel(name: PanelName, icon: string, shortcut: string): Action {
  return {
    id: name,
    group: "view",
    icon,
    shortcuts: [shortcut],
    keys: "everywhere",
    enabled: always,
    run: ({ editor }) => editor.view.setState(({ panel: open }) => ({ panel: open === name ? undefined : name })),
  };
}

function dialog(name: DialogName & ActionId, icon: string, shortcuts: readonly string[]): Action {
  return {
    id: name,
    group: "flow",
    icon,
    shortcuts,
    keys: "canvas",
    enabled: always,
    run: ({ editor }) => editor.view.setState({ dialog: name }),
  };
}

const byId = new Map(actions.map((action) => [action.id, action]));

export function findAction(id: ActionId): Action {
  const action = byId.get(id);
  if (action === undefined) throw new Error(`no action is called "${id}"`);
  return action;
}

export function isOffered({ needs }: Action, { may }: Pick<ActionContext, "may">): boolean {
  return needs === undefined || may(needs);
}

/** Runs an action if it may be run now. Says whether it did. */
export function runAction(action: Action, context: ActionContext, shortcut?: string): boolean {
  if (!isOffered(action, context) || !action.enabled(context)) return false;
  action.run(context, shortcut);
  return true;
}
