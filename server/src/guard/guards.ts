import type { Clock } from "../deps.ts";
import { createAddressList } from "../operations/address-list.ts";
import type { GuardStore } from "../store/guard-store.ts";
import { type Guard, guardSchema, openGuard, standardGuard } from "./guard.ts";

/** The guards as they are; a change on another server counts within some seconds. */
export interface Guards {
  total(): Promise<Guard>;
  ofFlow(flowId: string): Promise<Guard>;
  setTotal(guard: Guard): Promise<void>;
  setOfFlow(flowId: string, guard: Guard): Promise<void>;
  /** Whether the total guard, and the flow's when one is named, lets a callback come from there. */
  letsIn(address: string, flowId?: string): Promise<boolean>;
}

const knownForMs = 5000;

export function createGuards(store: GuardStore, clock: Clock): Guards {
  const known = new Map<string, { readonly guard: Guard; readonly at: number }>();
  const read = async (key: string, find: () => Promise<string | undefined>, standard: Guard) => {
    const now = clock.now().getTime();
    const kept = known.get(key);
    if (kept !== undefined && now - kept.at < knownForMs) return kept.guard;
    const text = await find();
    const guard = text === undefined ? standard : guardSchema.parse(JSON.parse(text));
    known.set(key, { guard, at: now });
    return guard;
  };
  const total = () => read("", () => store.findTotal(), standardGuard);
  const ofFlow = (flowId: string) => read(flowId, () => store.findOfFlow(flowId), openGuard);
  return {
    total,
    ofFlow,
    async setTotal(guard) {
      await store.setTotal(JSON.stringify(guard));
      known.delete("");
    },
    async setOfFlow(flowId, guard) {
      await store.setOfFlow(flowId, JSON.stringify(guard));
      known.delete(flowId);
    },
    async letsIn(address, flowId) {
      const { sources } = flowId === undefined ? await total() : await ofFlow(flowId);
      return sources.length === 0 || createAddressList(sources).has(address);
    },
  };
}
