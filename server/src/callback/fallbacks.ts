import type { Fallback } from "../deps.ts";
import type { LoadedRevision, RevisionCache } from "../known/revision-cache.ts";
import { within } from "../operations/deadline.ts";
import type { FlowStore } from "../store/flow-store.ts";
import { fallbackDocument } from "./fallback-document.ts";

/** What callers of each flow hear when it cannot be answered. Known without a database once the flow was called. */
export interface Fallbacks {
  /** The flow's revision was loaded: from now on its own words are at hand. */
  remember(flowKey: string, revision: LoadedRevision): void;
  /** At once, from memory; the server's own document when nothing is known of the flow. */
  known(flowKey: string): string;
  /** The same, but a flow that was not called yet is looked up, if that goes quickly. Never rejects. */
  find(flowKey: string): Promise<string>;
}

/** Somebody waits on the phone, and something is wrong already. */
const lookupSeconds = 1;

export interface FallbackSources {
  readonly flows: Pick<FlowStore, "findByKey">;
  readonly revisions: RevisionCache;
  /** What the server says for flows that say nothing. */
  readonly standard: Fallback;
  readonly promptAddress: (id: string) => string;
}

export function createFallbacks({ flows, revisions, standard, promptAddress }: FallbackSources): Fallbacks {
  /** Undefined: the flow says nothing of its own, so its revision need not be kept in memory for this. */
  const loaded = new Map<string, LoadedRevision | undefined>();
  const documentOf = (revision: LoadedRevision | undefined) =>
    revision?.answerer.fallback({ promptAddress }) ?? fallbackDocument(standard);

  async function lookUp(flowKey: string): Promise<LoadedRevision | undefined> {
    const flow = await flows.findByKey(flowKey);
    const revision = flow?.publishedRevision ?? null;
    return flow === undefined || revision === null ? undefined : await revisions.load(flow.id, revision);
  }

  return {
    remember(flowKey, revision) {
      loaded.set(flowKey, revision.answerer.program.fallback === undefined ? undefined : revision);
    },
    known: (flowKey) => documentOf(loaded.get(flowKey)),
    async find(flowKey) {
      if (loaded.has(flowKey)) return documentOf(loaded.get(flowKey));
      // Why it could not be found is the reason of the fallback too, and is logged with it.
      return documentOf(await within(lookupSeconds, lookUp(flowKey)).catch(() => undefined));
    },
  };
}
