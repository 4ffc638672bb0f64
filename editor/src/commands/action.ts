import type { Position, Side } from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";
import type { WayDeed } from "../model/view-store.ts";
import type { Deed } from "../rights.ts";

/** What actions need of the window around the flow. The editor page gives it; tests give a plain object. */
export interface Surface {
  save(): void;
  fitView(): void;
  zoomToSelection(): void;
  /** Moves the view where it must, so that the selected step is seen; its scale stays. */
  showSelection(): void;
  /** Puts the focus on the label of the selected step, or on the first of its other fields. */
  focusField(field: "label" | "first"): void;
  /** Puts the focus back to where {@link focusField} was asked, or on the canvas. */
  leaveFields(): void;
  /** Puts the focus on the next part of the page: steps, canvas, panel, details. */
  focusRegion(by: 1 | -1): void;
  zoom(direction: "in" | "out"): void;
  openCommands(): void;
  downloadJson(): void;
  writeClipboard(text: string): void;
  pasteFromClipboard(): void;
  /** From pixels on the canvas to pixels in the window. */
  toScreen(position: Position): Position;
  /** Of what is seen of the canvas, in pixels on it. */
  middle(): Position;
}

export interface ActionContext {
  readonly editor: Editor;
  readonly surface: Surface;
  /** Whether who is signed in may do that. */
  may(deed: Deed): boolean;
}

export const directions = ["left", "right", "up", "down"] as const;
export type Direction = (typeof directions)[number];

export type ActionId =
  | "save"
  | "undo"
  | "redo"
  | "copy"
  | "cut"
  | "paste"
  | "duplicate"
  | "remove"
  | "select-all"
  | "select-none"
  | WayDeed
  | "next-step"
  | "previous-step"
  | "next-way"
  | "come-from"
  | "edit"
  | "rename"
  | "next-region"
  | "previous-region"
  | `go-${Direction}`
  | `move-${Direction}`
  | "replace"
  | "add-note"
  | "frame"
  | "unframe"
  | "fold-frame"
  | `align-${Side}`
  | "distribute-across"
  | "distribute-down"
  | "arrange"
  | "fit-view"
  | "zoom-to-selection"
  | "zoom-in"
  | "zoom-out"
  | "commands"
  | "shortcuts"
  | "outline"
  | "problems"
  | "proofs"
  | "preview"
  | "phone"
  | "tests"
  | "publish"
  | "start-call"
  | "address"
  | "guard"
  | "variables"
  | "export-zip"
  | "export-json"
  | "versions"
  | "prompts";

export const actionGroups = ["move", "edit", "view", "flow"] as const;

/**
 * Something an author can do. Toolbar, keyboard, menus and the command palette read the one list in `actions.ts`; the
 * title is `actions.{id}` in the catalogue.
 */
export interface Action {
  readonly id: ActionId;
  readonly group: (typeof actionGroups)[number];
  /** Name of a Tabler icon, without the "Icon" in front. */
  readonly icon: string;
  /** As Mantine writes hotkeys ("mod+Z"); the first is the one shown. */
  readonly shortcuts: readonly string[];
  /**
   * `canvas`: not while typing in a field. `drawing`: only while the focus is on the canvas or nowhere. `everywhere`:
   * also while typing. `browser`: the browser's own event brings it (clipboard).
   */
  readonly keys: "canvas" | "drawing" | "everywhere" | "browser";
  /** Offered to those only who may do this; to everybody when absent. */
  readonly needs?: Deed;
  enabled(context: ActionContext): boolean;
  /** @param shortcut The one that was pressed; none where a menu or a button asks. */
  run(context: ActionContext, shortcut?: string): void;
}
