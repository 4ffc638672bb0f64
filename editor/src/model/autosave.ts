import type { DocumentStore } from "./document-store.ts";
import type { SyncStore } from "./sync-store.ts";

/** Milliseconds without a change before the server is sent what was drawn. */
export const quietMs = 1500;
/** Milliseconds between tries while the server cannot be reached; the last one goes on. */
export const retryMs: readonly number[] = [2000, 4000, 8000, 15_000, 30_000];

/** Saves by itself, soon after the last change, and tries again while the server cannot be reached. Returns how to end it. */
export function startAutosave(
  document: DocumentStore,
  sync: SyncStore,
  /** Tells when the browser is back on the net; returns how to stop listening. */
  whenOnline: (listener: () => void) => () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void sync.save({ quietly: true }), ms);
  };
  const stops = [
    document.subscribe((now, before) => {
      if (now.flow !== before.flow && sync.getState().status === "dirty") saveIn(quietMs);
    }),
    sync.subscribe((now, before) => {
      if (now.failed > before.failed) saveIn(retryMs[Math.min(now.failed, retryMs.length) - 1] ?? quietMs);
      else if (now.status !== before.status) {
        if (now.status === "dirty") saveIn(quietMs);
        else if (now.status !== "offline") clearTimeout(timer);
      }
    }),
    whenOnline(() => {
      if (sync.getState().status === "offline") saveIn(0);
    }),
  ];
  if (sync.getState().status === "dirty") saveIn(quietMs);
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
