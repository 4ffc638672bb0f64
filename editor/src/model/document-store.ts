import type { Flow } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Change, ChangeName } from "./change.ts";

/** An undo step: what was done, and the flow on the other side of it. */
export interface Done {
  readonly name: ChangeName;
  readonly group?: string;
  readonly flow: Flow;
}

export interface DocumentState {
  readonly flow: Flow;
  /** Newest last; `flow` is the one before the change. */
  readonly past: readonly Done[];
  /** Next one last; `flow` is the one after the change. */
  readonly future: readonly Done[];
}

/** The flow being drawn: the one truth of the editor. Nothing else holds what belongs to it. */
export interface DocumentStore extends Pick<StoreApi<DocumentState>, "getState" | "getInitialState" | "subscribe"> {
  /** One change is one undo step, but for changes of one group directly one after the other. A change that changes nothing is none. */
  commit(change: Change): void;
  undo(): void;
  redo(): void;
  /** Undoes or redoes until so many changes are done. */
  goTo(done: number): void;
  /** Ends the group: what is typed next is an undo step of its own. */
  seal(): void;
  /** Another document; the history begins anew. */
  open(flow: Flow): void;
}

/** Steps share what they did not change, so even a long history is small; beyond this nobody finds their way back. */
const maxHistory = 500;

/** Without `canDraw` it stays as it is, whatever is committed. */
export function createDocumentStore(flow: Flow, canDraw = true): DocumentStore {
  const store = createStore<DocumentState>(() => ({ flow, past: [], future: [] }));
  let openGroup: string | undefined;
  const undo = () => {
    openGroup = undefined;
    const { flow: now, past, future } = store.getState();
    const last = past.at(-1);
    if (last === undefined) return;
    store.setState({ flow: last.flow, past: past.slice(0, -1), future: [...future, { ...last, flow: now }] });
  };
  const redo = () => {
    openGroup = undefined;
    const { flow: now, past, future } = store.getState();
    const next = future.at(-1);
    if (next === undefined) return;
    store.setState({ flow: next.flow, past: [...past, { ...next, flow: now }], future: future.slice(0, -1) });
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    commit(change) {
      if (!canDraw) return;
      const { flow: before, past } = store.getState();
      const after = change.apply(before);
      if (after === before) return;
      const continues = change.group !== undefined && change.group === openGroup && past.length > 0;
      const done: Done = { name: change.name, ...(change.group ? { group: change.group } : {}), flow: before };
      openGroup = change.group;
      store.setState({ flow: after, past: continues ? past : [...past, done].slice(-maxHistory), future: [] });
    },
    undo,
    redo,
    goTo(done) {
      const isThere = () => store.getState().past.length;
      while (isThere() > Math.max(0, done)) undo();
      while (isThere() < done && store.getState().future.length > 0) redo();
    },
    seal() {
      openGroup = undefined;
    },
    open(other) {
      openGroup = undefined;
      store.setState({ flow: other, past: [], future: [] });
    },
  };
}
