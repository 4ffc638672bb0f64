import { type Flow, writeFlow } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import { takeOver } from "./changes/index.ts";
import type { DocumentStore } from "./document-store.ts";
import type { Drafts } from "./drafts.ts";

export type SyncStatus = "clean" | "dirty" | "saving" | "conflict" | "offline" | "refused";

export interface StoredFlow {
  readonly version: number;
  readonly flow: Flow;
  readonly updatedAt: string;
}

export interface SyncState {
  readonly status: SyncStatus;
  /** The version that `saved` has on the server. */
  readonly version: number;
  readonly saved: Flow;
  readonly updatedAt: string;
  /** What somebody else saved meanwhile; present while the author has not decided. */
  readonly theirs?: StoredFlow;
  /** How often in a row the server could not be reached. */
  readonly failed: number;
  /** Why the server does not take what is drawn; of the status `refused`. */
  readonly refusal?: string;
}

/** How a save went. `refused`: the server does not take such a flow, and says why. */
export type SaveOutcome =
  | { readonly outcome: "saved"; readonly version: number; readonly updatedAt: string }
  | { readonly outcome: "conflict"; readonly theirs: StoredFlow }
  | { readonly outcome: "offline" }
  | { readonly outcome: "refused"; readonly message: string };

export interface SyncServices {
  save(flow: Flow, version: number): Promise<SaveOutcome>;
  readonly drafts: Pick<Drafts, "keep" | "forget">;
}

export interface SyncStore extends StoreApi<SyncState> {
  /** Resolves when the server has answered; nothing is sent when nothing changed. `quietly`: nobody asked for it, so what is being typed stays one undo step. */
  save(how?: { readonly quietly: boolean }): Promise<SaveOutcome>;
  /** Ends a conflict: their flow becomes the document, ours can be had back by undo. */
  loadTheirs(): void;
  /** Ends a conflict: our flow is saved on top of theirs. */
  keepMine(): Promise<SaveOutcome>;
  stop(): void;
}

export function createSyncStore(
  stored: StoredFlow,
  document: DocumentStore,
  { save, drafts }: SyncServices,
): SyncStore {
  const store = createStore<SyncState>(() => ({
    status: document.getState().flow === stored.flow ? "clean" : "dirty",
    version: stored.version,
    saved: stored.flow,
    updatedAt: stored.updatedAt,
    failed: 0,
  }));
  const statusOfWork = () => (document.getState().flow === store.getState().saved ? "clean" : "dirty");

  const keepDraft = () => {
    const { flow } = document.getState();
    const { saved, version } = store.getState();
    if (flow === saved) drafts.forget();
    else drafts.keep({ version, flow });
  };

  const stop = document.subscribe((now, before) => {
    if (now.flow === before.flow) return;
    keepDraft();
    const { status } = store.getState();
    if (status === "saving" || status === "conflict") return;
    const work = statusOfWork();
    // Out of reach it stays, whatever is drawn; only what is saved already needs no server.
    store.setState({ status: status === "offline" && work === "dirty" ? status : work });
  });

  let sending: Promise<SaveOutcome> | undefined;

  function send(version: number): Promise<SaveOutcome> {
    sending = sendNow(version).finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function sendNow(version: number): Promise<SaveOutcome> {
    const { flow } = document.getState();
    if (store.getState().status !== "offline") store.setState({ status: "saving" });
    const answer = asSaved(flow, await save(flow, version));
    if (answer.outcome !== "offline") store.setState({ failed: 0 });
    switch (answer.outcome) {
      case "saved":
        store.setState({ saved: flow, version: answer.version, updatedAt: answer.updatedAt });
        store.setState({ status: statusOfWork() });
        keepDraft();
        break;
      case "conflict":
        store.setState({ status: "conflict", theirs: answer.theirs });
        break;
      case "offline":
        store.setState(({ failed }) => ({ status: "offline", failed: failed + 1 }));
        break;
      case "refused":
        store.setState({
          status: document.getState().flow === flow ? "refused" : statusOfWork(),
          refusal: answer.message,
        });
        break;
    }
    return answer;
  }

  return {
    ...store,
    stop,
    async save({ quietly } = { quietly: false }) {
      if (!quietly) document.seal();
      // What was drawn while the server still works on the last save is sent after it.
      while (sending !== undefined) await sending;
      const { status, version, updatedAt, theirs } = store.getState();
      if (status === "clean") return { outcome: "saved", version, updatedAt };
      if (theirs !== undefined) return { outcome: "conflict", theirs };
      return send(version);
    },
    loadTheirs() {
      const { theirs } = store.getState();
      if (theirs === undefined) return;
      const { theirs: _decided, ...rest } = store.getState();
      store.setState(
        { ...rest, status: "clean", saved: theirs.flow, version: theirs.version, updatedAt: theirs.updatedAt },
        true,
      );
      document.commit(takeOver(theirs.flow));
      keepDraft();
    },
    async keepMine() {
      const { theirs, ...rest } = store.getState();
      if (theirs === undefined) return { outcome: "saved", version: rest.version, updatedAt: rest.updatedAt };
      store.setState(rest, true);
      return send(theirs.version);
    },
  };
}

/** Somebody else who saved the very same thing is nobody to argue with: another tab of the same person, most likely. */
function asSaved(mine: Flow, answer: SaveOutcome): SaveOutcome {
  if (answer.outcome !== "conflict" || writeFlow(mine) !== writeFlow(answer.theirs.flow)) return answer;
  const { version, updatedAt } = answer.theirs;
  return { outcome: "saved", version, updatedAt };
}
