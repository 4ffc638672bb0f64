import type { Clock } from "../deps.ts";
import { createAddressList } from "../operations/address-list.ts";
import type { GuardStore } from "../store/guard-store.ts";
import type { SettingStore } from "../store/setting-store.ts";
import { type Guard, guardSchema, openGuard, standardGuard } from "./guard.ts";

/** The guards as they are; a change on another server counts within some seconds. */
export interface Guards {
  /** From memory, so that a stranger is sent away without a question to the database, and while it does not answer. */
  total(): Guard;
  ofFlow(flowId: string): Promise<Guard>;
  setTotal(guard: Guard): Promise<void>;
  setOfFlow(flowId: string, guard: Guard): Promise<void>;
  /** Whether the total guard lets a callback come from there. */
  letsIn(address: string): boolean;
  /** Whether the guard of the flow does. */
  flowLetsIn(address: string, flowId: string): Promise<boolean>;
  /** Reads the total guard, which another server may have changed. Before the first time the standard one counts. */
  refresh(): Promise<void>;
}

/** How long another server's change may go unnoticed. */
export const guardsKnownSeconds = 5;

interface GuardStores {
  readonly guards: GuardStore;
  readonly settings: Pick<SettingStore, "find" | "set">;
}

/** The setting that holds the total guard. */
const totalName = "guard";

export function createGuards(store: GuardStores, clock: Clock): Guards {
  let total = standardGuard;
  const known = new Map<string, { readonly guard: Guard; readonly at: number }>();
  function knownOfFlow(flowId: string): Guard | undefined {
    const kept = known.get(flowId);
    // The clock may have been put back meanwhile.
    const isFresh = kept !== undefined && Math.abs(clock.now().getTime() - kept.at) < guardsKnownSeconds * 1000;
    return isFresh ? kept.guard : undefined;
  }

  async function ofFlow(flowId: string): Promise<Guard> {
    const kept = knownOfFlow(flowId);
    if (kept !== undefined) return kept;
    const at = clock.now().getTime();
    const guard = read(await store.guards.findOfFlow(flowId)) ?? openGuard;
    known.set(flowId, { guard, at });
    return guard;
  }
  return {
    total: () => total,
    ofFlow,
    async setTotal(guard) {
      await store.settings.set(totalName, JSON.stringify(guard));
      total = guard;
    },
    async setOfFlow(flowId, guard) {
      await store.guards.setOfFlow(flowId, JSON.stringify(guard));
      known.delete(flowId);
    },
    letsIn: (address) => isAmong(address, total),
    flowLetsIn: async (address, flowId) => isAmong(address, knownOfFlow(flowId) ?? (await ofFlow(flowId))),
    async refresh() {
      total = read(await store.settings.find(totalName)) ?? standardGuard;
    },
  };
}

function read(text: string | undefined): Guard | undefined {
  return text === undefined ? undefined : guardSchema.parse(JSON.parse(text));
}

function isAmong(address: string, { sources }: Guard): boolean {
  return sources.length === 0 || createAddressList(sources).has(address);
}
