import type { Clock } from "../deps.ts";
import type { SettingStore } from "../store/setting-store.ts";

/** Regular work that only one of the servers on a database has to do. */
export interface Round {
  readonly name: string;
  readonly everySeconds: number;
  readonly work: () => Promise<void>;
}

/**
 * The round as each of the servers tries it: whoever comes first does the work, and for the others it is done. Before it is
 * done and not after, so that work which fails is not tried by all of them at once.
 */
export function createRound(
  { settings, clock }: { readonly settings: Pick<SettingStore, "takeRound">; readonly clock: Clock },
  { name, everySeconds, work }: Round,
): () => Promise<void> {
  return async () => {
    const now = clock.now();
    // Timers of several servers, and of one, are not exact; a round that comes a little early is not left out.
    const since = new Date(now.getTime() - everySeconds * 900);
    if (await settings.takeRound(name, { now: now.toISOString(), since: since.toISOString() })) await work();
  };
}
