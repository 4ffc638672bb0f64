import type { Position, Side } from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";
import type { Deed } from "../rights.ts";

/** What actions need of the window around the flow. The editor page gives it; tests give a plain object. */
export interface Surface {
  save(): void;
  fitView(): void;
  zoomToSelection(): void;
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
  | "add-next"
  | "replace"
  | "add-note"
  | `align-${Side}`
  | "distribute-across"
  | "distribute-down"
  | "arrange"
  | "fit-view"
  | "zoom-to-selection"
  | "zoom-in"
  | "zoom-out"
  | "commands"
  | "problems"
  | "preview"
  | "phone"
  | "publish"
  | "start-call"
  | "address"
  | "guard"
  | "variables"
  | "export-zip"
  | "export-json";

/**
 * Something an author can do. Toolbar, keyboard, menus and the command palette read the one list in `actions.ts`; the
 * title is `actions.{id}` in the catalogue.
 */
export interface Action {
  readonly id: ActionId;
  readonly group: "edit" | "view" | "flow";
  /** Name of a Tabler icon, without the "Icon" in front. */
  readonly icon: string;
  /** As Mantine writes hotkeys ("mod+Z"); the first is the one shown. */
  readonly shortcuts: readonly string[];
  /** `canvas`: not while typing in a field. `everywhere`: also there. `browser`: the browser's own event brings it (clipboard). */
  readonly keys: "canvas" | "everywhere" | "browser";
  /** Offered to those only who may do this; to everybody when absent. */
  readonly needs?: Deed;
  enabled(context: ActionContext): boolean;
  run(context: ActionContext): void;
}
