import type { CallFacts } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";

interface Beginning extends Pick<CallFacts, "began" | "seed"> {
  /** Whose requests to web servers are sent once. */
  readonly claim: string;
}

/**
 * A first callback has no session yet to know it again by: its flow and the PBX's id of the call stand for it. One that is
 * sent again, before or after a crash, begins at the same time and with the same luck, so that it asks the same.
 * `since`: requests from before are of another call, for a PBX may give its ids a second time.
 */
export async function claimFirstCallback(
  { requests }: Pick<Deps["store"], "requests">,
  { flowId, pbxCall, since }: { readonly flowId: string; readonly pbxCall: string; readonly since: string },
  fresh: Beginning,
): Promise<Beginning> {
  const claim = `${flowId} ${pbxCall}`;
  const known = await requests.find({ claim, turn: 0, number: 0 });
  if (known === undefined) return { ...fresh, claim };
  const isRepeated = known.state !== "settled" && known.sentAt >= since;
  return isRepeated ? { claim, began: known.began, seed: known.seed } : fresh;
}
