import { createStore, type StoreApi } from "zustand/vanilla";
import type { Bounds } from "./bounds.ts";
import type { PortAddress, Position, Size } from "./changes/index.ts";

export type PanelName = "problems" | "preview" | "phone";
export type DialogName = "publish" | "start-call" | "export-zip" | "variables" | "guard" | "address";

/** A place in a step's data that should be shown and focused. */
export interface FieldAddress {
  readonly step: string;
  readonly path: readonly (string | number)[];
}

/** The menu that offers a step: behind a way out, or in the place of another one. */
export type QuickAdd = {
  /** Pixels in the window. */
  readonly screen: Position;
} & (
  | {
      readonly from: PortAddress;
      /** Pixels on the canvas. */
      readonly position: Position;
    }
  | { readonly replaces: string }
);

/** What is seen and touched, and nothing of what is saved. */
export interface ViewState {
  readonly steps: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly panel: PanelName | undefined;
  readonly dialog: DialogName | undefined;
  readonly quickAdd: QuickAdd | undefined;
  readonly focus: FieldAddress | undefined;
  /** The page about the selected step's kind is open above its fields. */
  readonly help: boolean;
  /** The step a call that is being tried has come to. */
  readonly lit: string | undefined;
  /** Where what is dragged is now, by the name of its node; committed to the document once, when the drag ends. */
  readonly dragged: Readonly<Record<string, Position>>;
  /** Notes that somebody pulls at; committed when they let go. */
  readonly stretched: Readonly<Record<string, Bounds>>;
  /** How large the cards turned out on the screen. */
  readonly sizes: Readonly<Record<string, Size>>;
}

export interface ViewStore extends StoreApi<ViewState> {
  selectSteps(ids: readonly string[]): void;
  selectNote(id: string): void;
  showField(field: FieldAddress): void;
}

const nothing: ReadonlySet<string> = new Set();

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => ({
    steps: nothing,
    edges: nothing,
    notes: nothing,
    panel: undefined,
    dialog: undefined,
    quickAdd: undefined,
    focus: undefined,
    help: false,
    lit: undefined,
    dragged: {},
    stretched: {},
    sizes: {},
  }));
  return {
    ...store,
    selectSteps: (ids) => store.setState({ steps: new Set(ids), edges: nothing, notes: nothing, focus: undefined }),
    selectNote: (id) => store.setState({ steps: nothing, edges: nothing, notes: new Set([id]), focus: undefined }),
    showField: (focus) => store.setState({ steps: new Set([focus.step]), edges: nothing, notes: nothing, focus }),
  };
}
