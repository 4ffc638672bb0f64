import { parseCallerScript, said } from "@ozflow/compiler";
import { entryAddress } from "../../callback/callback-address.ts";
import type { Deps } from "../../deps.ts";
import type { VirtualCall } from "../../pbx/virtual/virtual-call.ts";
import { Refusal } from "../../refusal.ts";
import { findFlow } from "../flows/look-at-flows.ts";

export interface TryCallInput {
  readonly flowId: string;
  readonly caller?: string | undefined;
  readonly dialed?: string | undefined;
  /** What the caller does, in the words of `parseCallerScript`; absent: somebody sits at the dial pad. */
  readonly script?: string | undefined;
  /** Seconds of ours for a second of the call: 1 is real time, 0 as fast as possible. */
  readonly speed?: number | undefined;
}

/** Has the virtual PBX bring an incoming call to the flow's callback address, as any PBX would. */
export async function tryCall(
  { store, tryPbx, settings }: Pick<Deps, "store" | "tryPbx" | "settings">,
  input: TryCallInput,
): Promise<{ readonly id: string }> {
  const { flowId, caller = "101", dialed = "1000", script, speed = 1 } = input;
  const flow = await findFlow(store, flowId);
  if (flow.publishedRevision === null) {
    throw new Refusal("not-published", said`Only published flows answer calls. Publish this one first.`);
  }
  if (script === undefined && speed !== 1) {
    throw new Refusal(
      "speed-needs-script",
      said`Somebody at the dial pad needs real time: leave the speed out, or give a script.`,
    );
  }
  const parsed = parseCallerScript(script ?? "");
  if ("fault" in parsed) throw new Refusal("bad-script", parsed.fault);
  const call = tryPbx.placeIncomingCall({
    url: entryAddress(settings.publicUrl, flow.key),
    caller,
    dialed,
    ...(script === undefined ? {} : { scripted: { script: parsed.script, speed } }),
  });
  return { id: call.id };
}

export function findTryCall({ tryPbx }: Pick<Deps, "tryPbx">, id: string): VirtualCall {
  const call = tryPbx.findCall(id);
  if (call === undefined) throw new Refusal("not-found", said`This call is over and its transcript is no longer kept.`);
  return call;
}
