import type { Parameters } from "../../callback/notification.ts";
import type { Deps } from "../../deps.ts";

type EndDeps = Pick<Deps, "store" | "clock" | "log">;

/** The PBX tells that a call we started is over. One that is over already stays as it is. */
export async function endCall(
  deps: EndDeps,
  input: { readonly end: "finished" | "error"; readonly session: string | undefined; readonly parameters: Parameters },
): Promise<void> {
  const row = input.session === undefined ? undefined : await deps.store.sessions.find(input.session);
  if (row?.callId == null) {
    deps.log.warn("The end of a call was told that is not known here", { end: input.end });
    return;
  }
  const at = deps.clock.now().toISOString();
  const news =
    input.end === "finished"
      ? { event: "finished" as const }
      : { event: "broken" as const, reason: errorReason(input.parameters) };
  await deps.store.calls.tell(row.callId, { ...news, at });
}

/** A call of the virtual PBX is over; nobody needs to ask a URL for that. */
export async function endPbxCall(deps: EndDeps, pbxCallId: string, reason?: string): Promise<void> {
  const call = await deps.store.calls.findOpenByPbxCall(pbxCallId);
  if (call === undefined) return;
  const at = deps.clock.now().toISOString();
  await deps.store.calls.tell(call.id, { event: reason === undefined ? "finished" : "broken", at, reason });
}

/** Names of the parameters are inferred (reference, section 4, Error), so none is counted on. */
function errorReason(parameters: Parameters): string {
  const code = parameters["code"] ?? "";
  const message = parameters["message"] ?? parameters["errormessage"] ?? "";
  if (message !== "") return code === "" ? message : `${message} (code ${code})`;
  return code === "" ? "The phone system reported an error." : `The phone system reported error ${code}.`;
}
