import type { Outcome } from "../../line/effects.ts";
import type { OzmlElement } from "../../ozml/document.ts";
import type { Executor, Machine, Running } from "../executor.ts";
import { optional, partyOf, spaced, toSeconds } from "./talk.ts";

/** On success the call is gone and the script with it; after a failure the next command runs (p_7631). */
export const blindTransfer: Executor = function* (element, machine) {
  // Only considered in third party control (p_4617).
  const url = machine.context === "third-party" ? machine.parameter(element, "FinishedUrl") : undefined;
  const callId = machine.otherCall(element, "CallId");
  const target = spaced(machine.text(element, "Target"));
  const { names, dialect } = machine;
  const reply = yield {
    effect: "transfer",
    target,
    ...optional("transferor", partyOf(element, machine, "TransferorParty", "TranferorParty")),
    ...optional("callId", callId),
    ...optional(
      "afterwards",
      url === undefined
        ? undefined
        : ({ id, seconds = 0 }: Outcome) =>
            machine.report(url, "BlindTransferFinished", {
              ...(id === undefined ? {} : { [names.callId]: id }),
              [names.destination]: target,
              [names.duration]: String(seconds),
            }),
    ),
  };
  if (reply.ok) return callId === undefined ? "over" : "next";
  return dialect.failedTransfer === "leaves-question" && machine.isInQuestion() ? "leave" : "next";
};

/** Dials somebody else and goes on at once (open question 17); Url is asked when the callee answers (p_7632). */
export const call: Executor = function* (element, machine) {
  const number = spaced(machine.text(element, "Dialed", "Dialled"));
  const url = machine.parameter(element, "Url");
  const document = machine.parameter(element, "ResponseOzML");
  const callerId = machine.parameter(element, "CallerId");
  const ringTime = machine.parameter(element, "RingTime");
  const shown = callerId ?? machine.parameter(element, "ApiExtension") ?? machine.extension;
  const hasScript = url !== undefined || document !== undefined;
  yield {
    effect: "place-call",
    number,
    ...optional("callerId", callerId),
    ...optional("callerDisplayName", machine.parameter(element, "CallerDisplayName")),
    ...(ringTime === undefined ? {} : { ringSeconds: toSeconds(ringTime) }),
    ...(machine.dialect.placedCall === "waited-for" ? { waitsUntil: "over" } : {}),
    ...(hasScript
      ? { conversation: (callId) => machine.placed({ number, callerId: shown, callId, url, document }) }
      : {}),
    ...optional("afterwards", tellOfEnd(element, machine, number)),
  };
  return "next";
};

/** Sets up a call between two numbers; nobody is told anything but an error (p_7666). */
export const callSetup: Executor = function* (element, machine) {
  const callee = machine.parameter(element, "Callee") ?? "";
  yield {
    effect: "connect-numbers",
    caller: machine.parameter(element, "Caller") ?? "",
    callee,
    ...optional("afterwards", tellOfEnd(element, machine, callee)),
  };
  return "next";
};

/** FinishedUrl hears of a call that ended well, ErrorUrl of one that did not (p_7632). */
function tellOfEnd(
  element: OzmlElement,
  machine: Machine,
  number: string,
): ((outcome: Outcome) => Running<void>) | undefined {
  const finishedUrl = machine.parameter(element, "FinishedUrl");
  const errorUrl = machine.parameter(element, "ErrorUrl");
  if (finishedUrl === undefined && errorUrl === undefined) return undefined;
  const { names } = machine;
  return function* ({ ok, id, reason = "Error" }) {
    const about = { ...(id === undefined ? {} : { [names.callId]: id }), [names.dialed]: number };
    if (ok && finishedUrl !== undefined) yield* machine.report(finishedUrl, "CallFinished", about);
    if (ok || errorUrl === undefined) return;
    const message = `Call connect to '${number}' failed with result state '${reason}'`;
    yield* machine.report(errorUrl, "Error", { [names.code]: "402", [names.message]: message, ...about });
  };
}
