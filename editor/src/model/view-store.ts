import type { FlowTest } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Bounds } from "./bounds.ts";
import type { PortAddress, Position, Size } from "./changes/index.ts";

export type PanelName = "outline" | "problems" | "proofs" | "preview" | "phone" | "tests";
export type DialogName =
  | "publish"
  | "start-call"
  | "export-zip"
  | "variables"
  | "guard"
  | "address"
  | "versions"
  | "prompts"
  | "shortcuts";

/** A place in a step's data that should be shown and focused; its label where the path is empty. */
export interface FieldAddress {
  readonly step: string;
  readonly path: readonly (string | number)[];
}

/** A place in what belongs to the flow and to no step. */
export interface FlowFieldAddress {
  readonly step: undefined;
  readonly path: readonly (string | number)[];
}

/** What can be done with a way out once it is known which. */
export type WayDeed = "add-next" | "connect" | "disconnect" | "follow" | "insert";

/** What the author is asked, in a menu that is searched by typing. */
export type Question = {
  /** Pixels in the window. */
  readonly screen: Position;
} & (
  | {
      readonly asks: "next-step";
      readonly from: PortAddress;
      /** Pixels on the canvas. */
      readonly position: Position;
    }
  | { readonly asks: "replacement"; readonly step: string }
  | { readonly asks: "inserted-step"; readonly into: PortAddress }
  | { readonly asks: "way"; readonly step: string; readonly deed: WayDeed }
  | { readonly asks: "target"; readonly from: PortAddress }
  | { readonly asks: "source"; readonly step: string }
);

/** What is seen and touched, and nothing of what is saved. */
export interface ViewState {
  readonly steps: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
  readonly panel: PanelName | undefined;
  readonly dialog: DialogName | undefined;
  /** The way out that keys work on; always one of the only selected step. */
  readonly way: PortAddress | undefined;
  readonly question: Question | undefined;
  /** The menu of the right mouse button, or of its key. */
  readonly menuAt: Position | undefined;
  readonly focus: FieldAddress | FlowFieldAddress | undefined;
  /** The page about the selected step's kind is open above its fields. */
  readonly help: boolean;
  /** The step a call that is being tried has come to. */
  readonly lit: string | undefined;
  /** Steps that a call which is being talked about comes to. */
  readonly path: ReadonlySet<string>;
  /** A call that the phone is to make as soon as it is there. */
  readonly toPlay: FlowTest["call"] | undefined;
  /** Where what is dragged is now, by the name of its node; committed to the document once, when the drag ends. */
  readonly dragged: Readonly<Record<string, Position>>;
  /** Notes that somebody pulls at; committed when they let go. */
  readonly stretched: Readonly<Record<string, Bounds>>;
  /** How large the cards turned out on the screen. */
  readonly sizes: Readonly<Record<string, Size>>;
}

export interface ViewStore extends StoreApi<ViewState> {
  selectSteps(ids: readonly string[]): void;
  selectWay(way: PortAddress): void;
  selectNote(id: string): void;
  selectFrame(id: string): void;
  showField(field: FieldAddress | FlowFieldAddress): void;
}

const nothing: ReadonlySet<string> = new Set();
const unselected = {
  steps: nothing,
  edges: nothing,
  notes: nothing,
  frames: nothing,
  way: undefined,
  focus: undefined,
};

export function createViewStore(): ViewStore {
  const store = createStore<ViewState>(() => ({
    ...unselected,
    panel: undefined,
    dialog: undefined,
    question: undefined,
    menuAt: undefined,
    help: false,
    lit: undefined,
    path: nothing,
    toPlay: undefined,
    dragged: {},
    stretched: {},
    sizes: {},
  }));
  return {
    ...store,
    selectSteps: (ids) => store.setState({ ...unselected, steps: new Set(ids) }),
    selectWay: (way) => store.setState({ ...unselected, steps: new Set([way.step]), way }),
    selectNote: (id) => store.setState({ ...unselected, notes: new Set([id]) }),
    selectFrame: (id) => store.setState({ ...unselected, frames: new Set([id]) }),
    showField: (focus) =>
      store.setState({ ...unselected, steps: new Set(focus.step === undefined ? [] : [focus.step]), focus }),
  };
}
