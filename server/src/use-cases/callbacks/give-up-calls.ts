import type { Deps } from "../../deps.ts";

export const giveUpSeconds = 60;

/** The PBX is given up after some seconds, so a request without an answer for so long has nobody who waits for it. */
const requestMs = 300_000;

/** Calls that were about to be asked for when a server stopped. */
export async function giveUpCalls({ store, clock, log }: Pick<Deps, "store" | "clock" | "log">): Promise<void> {
  const now = clock.now();
  const count = await store.calls.tellQuiet(new Date(now.getTime() - requestMs).toISOString(), {
    event: "abandoned",
    at: now.toISOString(),
    reason: "The server stopped before the phone system had answered. Nobody knows whether the phone rang.",
  });
  if (count > 0) log.warn("Calls were given up that a stopped server had asked for", { count });
}
