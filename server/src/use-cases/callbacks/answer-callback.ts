import type { CallbackPlace } from "../../callback/callback-address.ts";
import { notificationName, type Parameters } from "../../callback/notification.ts";
import type { Deps } from "../../deps.ts";
import { TooLate, within } from "../../operations/deadline.ts";
import { beginCall } from "./begin-call.ts";
import { CallbackRefused } from "./callback-refused.ts";
import { continueCall } from "./continue-call.ts";

export type CallbackDeps = Pick<
  Deps,
  | "store"
  | "guards"
  | "http"
  | "revisions"
  | "fallbacks"
  | "prompts"
  | "calendars"
  | "tables"
  | "clock"
  | "newId"
  | "newOrderedId"
  | "log"
  | "metrics"
  | "settings"
>;

/** One request of the PBX to a callback address. */
export interface Callback {
  readonly flowKey: string;
  /** Absent at the entry address. */
  readonly place?: CallbackPlace;
  readonly parameters: Parameters;
  /** Where it came from. */
  readonly address: string;
  /** Names the request in the log. */
  readonly request?: string;
}

/** The OzML to answer with. Never throws: a caller never meets an error page. */
export async function answerCallback(deps: CallbackDeps, callback: Callback): Promise<string> {
  try {
    const { place } = callback;
    const answer = place === undefined ? beginCall(deps, callback) : continueCall(deps, callback, place);
    const document = await within(deps.settings.callbackSeconds, answer);
    deps.metrics.callbacks.inc({ outcome: "answered" });
    return document;
  } catch (error) {
    await reportFailure(deps, callback, error);
    return await deps.fallbacks.find(callback.flowKey);
  }
}

async function reportFailure(deps: CallbackDeps, callback: Callback, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const callId = error instanceof CallbackRefused ? error.callId : undefined;
  deps.metrics.callbacks.inc({ outcome: "fallback" });
  deps.metrics.fallbacks.inc({ reason: reasonKind(error) });
  deps.log.error("A caller got the fallback document", {
    reason,
    request: callback.request,
    call: callId,
    flowKey: `${callback.flowKey.slice(0, 6)}…`,
    document: callback.place?.document,
    notification: notificationName(callback.parameters),
    ...(error instanceof CallbackRefused || !(error instanceof Error) ? {} : { stack: error.stack }),
  });
  if (callId === undefined) return;
  await deps.store.calls
    .tell(callId, { event: "apologized", at: deps.clock.now().toISOString(), reason })
    .catch((problem) => deps.log.error("The reason could not be kept with the call", { problem: String(problem) }));
}

function reasonKind(error: unknown): "refused" | "late" | "fault" {
  if (error instanceof CallbackRefused) return "refused";
  return error instanceof TooLate ? "late" : "fault";
}
