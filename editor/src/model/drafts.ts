import { type Flow, readFlow } from "@ozflow/compiler";
import { z } from "zod";

/** Unsaved work, kept in the browser so that a crash or a reload loses nothing. */
export interface Draft {
  /** The saved version it was drawn on. */
  readonly version: number;
  readonly flow: Flow;
}

export interface Drafts {
  read(flowId: string): Draft | undefined;
  /** False when the browser has no room or forbids keeping anything: then only saving keeps the work. */
  keep(flowId: string, draft: Draft): boolean;
  forget(flowId: string): void;
}

/** The part of the browser's Storage that is used. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keptSchema = z.object({ version: z.number(), flow: z.looseObject({ steps: z.array(z.unknown()) }) });

export function createDrafts(storage: KeyValueStore): Drafts {
  const keyOf = (flowId: string) => `ozflow.draft.${flowId}`;
  return {
    read(flowId) {
      const text = storage.getItem(keyOf(flowId));
      if (text === null) return undefined;
      try {
        const kept = keptSchema.parse(JSON.parse(text));
        const read = readFlow(kept.flow);
        // A half-typed field is refused by the file schema but is work all the same: the editor wrote this shape itself.
        return { version: kept.version, flow: "flow" in read ? read.flow : (kept.flow as unknown as Flow) };
      } catch {
        // Not what we wrote: another program's, or cut off. There is nothing to restore.
        storage.removeItem(keyOf(flowId));
        return undefined;
      }
    },
    keep(flowId, draft) {
      try {
        storage.setItem(keyOf(flowId), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    forget: (flowId) => storage.removeItem(keyOf(flowId)),
  };
}
