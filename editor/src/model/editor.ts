import { type Diagnostic, type Flow, ownFaults } from "@ozflow/compiler";
import type { Proof } from "../worker/protocol.ts";
import { startAutosave } from "./autosave.ts";
import { framesOf } from "./changes/index.ts";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";
import type { Draft } from "./drafts.ts";
import { createFindingsStore, type FindingsStore } from "./findings-store.ts";
import { createSyncStore, type StoredFlow, type SyncServices, type SyncStore } from "./sync-store.ts";
import { createViewStore, type ViewStore } from "./view-store.ts";

/** One flow opened for drawing: its document, what is seen of it, how it is saved, what the compiler says. */
export interface Editor {
  readonly flowId: string;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly sync: SyncStore;
  readonly findings: FindingsStore;
  /** False: who is signed in may look only; the document does not change. */
  readonly canDraw: boolean;
  /** Work of an earlier visit was found in this browser and is on the canvas. */
  readonly restored: boolean;
  close(): void;
}

export interface EditorServices extends SyncServices {
  /** Faults of a flow; undefined when a newer flow has been asked about meanwhile. */
  check(flow: Flow): Promise<readonly Diagnostic[] | undefined>;
  /** The same for what is claimed of every call, which takes longer. */
  prove(flow: Flow): Promise<Proof | undefined>;
  /** Tells when the browser is back on the net; returns how to stop listening. */
  whenOnline(listener: () => void): () => void;
}

interface Opened {
  readonly id: string;
  readonly stored: StoredFlow;
  /** Work of an earlier visit. */
  readonly draft?: Draft | undefined;
}

/** `canDraw` false: to be looked at only. */
export function openEditor({ id, stored, draft }: Opened, services: EditorServices, canDraw = true): Editor {
  const document = createDocumentStore(draft?.flow ?? stored.flow, canDraw);
  // A draft of an older version is saved as of that version, so that a meanwhile change of somebody else is noticed.
  const base = draft === undefined ? stored : { ...stored, version: draft.version };
  const sync = createSyncStore(base, document, services);
  const view = createViewStore();
  const findings = createFindingsStore();

  let proving: ReturnType<typeof setTimeout> | undefined;
  const check = async (flow: Flow) => {
    clearTimeout(proving);
    const diagnostics = await services.check(flow);
    if (diagnostics === undefined) return;
    findings.take(flow, diagnostics);
    proving = setTimeout(async () => {
      const proof = await services.prove(flow);
      if (proof !== undefined) findings.takeProof(flow, proof);
    }, proveAfterMs);
  };
  const stopChecking = document.subscribe((now, before) => {
    if (now.flow === before.flow) return;
    view.setState({ path: nowhere });
    tellOwnFaults(findings, before.flow, now.flow);
    void check(now.flow);
    forgetWhatIsGone(view, now.flow);
  });
  void check(document.getState().flow);
  const stopSaving = startAutosave(document, sync, services.whenOnline);

  return {
    flowId: id,
    document,
    view,
    sync,
    findings,
    canDraw,
    restored: draft !== undefined,
    close() {
      stopChecking();
      clearTimeout(proving);
      stopSaving();
      // Whoever leaves in the midst of a word wants it kept. The draft stays in the browser until the server has it.
      if (sync.getState().status === "dirty") void sync.save();
      sync.stop();
    },
  };
}

/** Milliseconds without a change before what is claimed of calls is looked into: it takes seconds of a processor that types too. */
const proveAfterMs = 400;

/** Somebody types into a step: what is wrong with it needs no look at the rest. */
function tellOwnFaults(findings: FindingsStore, before: Flow, now: Flow): void {
  const known = new Set(before.steps);
  const changed = now.steps.filter((step) => !known.has(step));
  const [after] = changed;
  const was = before.steps.find(({ id }) => id === after?.id);
  if (after === undefined || was === undefined || changed.length > 1) return;
  findings.takeOwn(ownFaults(was, before), ownFaults(after, now));
}

const nowhere: ReadonlySet<string> = new Set();

/** What was undone or removed cannot stay selected. */
function forgetWhatIsGone(view: ViewStore, flow: Flow): void {
  const { steps, notes, frames } = view.getState();
  const left = (selected: ReadonlySet<string>, present: readonly { readonly id: string }[]) => {
    const known = new Set(present.map(({ id }) => id));
    return new Set([...selected].filter((id) => known.has(id)));
  };
  if (steps.size > 0) {
    const stay = left(steps, flow.steps);
    if (stay.size < steps.size) view.setState({ steps: stay });
  }
  if (notes.size > 0) {
    const stay = left(notes, flow.notes);
    if (stay.size < notes.size) view.setState({ notes: stay });
  }
  if (frames.size > 0) {
    const stay = left(frames, framesOf(flow));
    if (stay.size < frames.size) view.setState({ frames: stay });
  }
}
