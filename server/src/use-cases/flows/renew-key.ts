import { entryAddress } from "../../callback/callback-address.ts";
import type { Deps } from "../../deps.ts";
import { findFlow } from "./look-at-flows.ts";

/** A new callback address. The old one begins calls for `graceHours` more; calls that run keep theirs to their end. */
export async function renewKey(
  { store, clock, newId, settings }: Pick<Deps, "store" | "clock" | "newId" | "settings">,
  { id, graceHours }: { readonly id: string; readonly graceHours: number },
): Promise<{ readonly callbackUrl: string; readonly oldUntil: string }> {
  const flow = await findFlow(store, id);
  const key = newId();
  const oldUntil = new Date(clock.now().getTime() + graceHours * 3_600_000).toISOString();
  await store.flows.renewKey(flow.id, { old: flow.key, key, oldUntil });
  return { callbackUrl: entryAddress(settings.publicUrl, key), oldUntil };
}
