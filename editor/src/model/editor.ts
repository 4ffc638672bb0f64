import type { Diagnostic, Flow } from "@ozflow/compiler";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";
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
}

export function openEditor(flowId: string, stored: StoredFlow, services: EditorServices, canDraw = true): Editor {
  const draft = canDraw ? services.drafts.read(flowId) : undefined;
  const document = createDocumentStore(draft?.flow ?? stored.flow, canDraw);
  // A draft of an older version is saved as of that version, so that a meanwhile change of somebody else is noticed.
  const base = draft === undefined ? stored : { ...stored, version: draft.version };
  const sync = createSyncStore(flowId, base, document, services);
  const view = createViewStore();
  const findings = createFindingsStore();

  const check = async (flow: Flow) => {
    const diagnostics = await services.check(flow);
    if (diagnostics !== undefined) findings.take(flow, diagnostics);
  };
  const stopChecking = document.subscribe((now, before) => {
    if (now.flow === before.flow) return;
    void check(now.flow);
    forgetWhatIsGone(view, now.flow);
  });
  void check(document.getState().flow);

  return {
    flowId,
    document,
    view,
    sync,
    findings,
    canDraw,
    restored: draft !== undefined,
    close() {
      stopChecking();
      sync.stop();
    },
  };
}

/** What was undone or removed cannot stay selected. */
function forgetWhatIsGone(view: ViewStore, flow: Flow): void {
  const { steps, notes } = view.getState();
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
}
