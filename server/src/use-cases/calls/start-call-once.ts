import { createHash } from "node:crypto";
import { said } from "@ozflow/compiler";
import { Refusal } from "../../refusal.ts";
import { type StartCallInput, type StartDeps, startCall } from "./start-call.ts";

/**
 * Starts a call; a request with the same key (`Idempotency-Key`) that comes again within a day gets the id of the call that
 * the first one started, and nobody is called twice. What became of that call is told with the call.
 */
export async function startCallOnce(
  deps: StartDeps,
  { key, ...input }: StartCallInput & { readonly key: string | undefined },
): Promise<{ readonly id: string }> {
  if (key === undefined) return await startCall(deps, input);
  const { callRequests } = deps.store;
  const callId = deps.newOrderedId();
  const content = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const request = { flowId: input.flowId, key, content, callId, at: deps.clock.now().toISOString() };
  const earlier = await callRequests.claim(request);
  if (earlier !== undefined && earlier.content !== content) {
    const sentence = said`This Idempotency-Key was sent with another request. Give each call that is to be started its own.`;
    throw new Refusal("key-used", sentence, { call: earlier.callId });
  }
  if (earlier !== undefined) {
    if ((await deps.store.calls.find(earlier.callId)) !== undefined) return { id: earlier.callId };
    throw new Refusal(
      "conflict",
      said`The first request with this Idempotency-Key is still being looked at. Ask again.`,
    );
  }
  try {
    return await startCall(deps, { ...input, callId });
  } catch (error) {
    // Refused before the phone system heard of it: nothing was done that could be done twice.
    if ((await deps.store.calls.find(callId)) === undefined) await callRequests.release(request);
    throw error;
  }
}
