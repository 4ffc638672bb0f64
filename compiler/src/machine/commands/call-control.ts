import type { Executor } from "../executor.ts";
import { optional, partyOf, spaced } from "./talk.ts";

/** Both legs (p_7636). */
export const hold: Executor = function* (element, machine) {
  yield { effect: "hold", ...optional("callId", machine.otherCall(element, "CallId")) };
  return "next";
};

export const unhold: Executor = function* (element, machine) {
  yield { effect: "unhold", ...optional("callId", machine.otherCall(element, "CallId")) };
  return "next";
};

/** Only a call that still rings can be forwarded (p_7633). */
export const forwardCall: Executor = function* (element, machine) {
  yield {
    effect: "forward",
    target: spaced(machine.parameter(element, "Destination") ?? ""),
    ...optional("callId", machine.otherCall(element, "CallId")),
  };
  return "next";
};

/** Joins the side on hold in one call with the side reached in another (p_7630). */
export const attendedTransfer: Executor = function* (element, machine) {
  yield {
    effect: "attended-transfer",
    targetCallId: machine.parameter(element, "TargetCallId") ?? "",
    ...optional("transferor", partyOf(element, machine, "TransferorParty")),
    ...optional("callId", machine.otherCall(element, "TransferredCallId", "TranferredCallId")),
  };
  return "next";
};

export const sendDtmf: Executor = function* (element, machine) {
  yield {
    effect: "send-keys",
    keys: (machine.parameter(element, "Keys") ?? "").replace(/[^0-9*#]/g, ""),
    ...optional("party", partyOf(element, machine, "Party")),
    ...optional("callId", machine.otherCall(element, "CallId")),
  };
  return "next";
};

/** "" rejects the caller (p_4594). */
export const route: Executor = function* (element, machine) {
  const ringTime = machine.parameter(element, "RingTime");
  yield {
    effect: "route",
    target: spaced(machine.text(element, "Destination")),
    ...(ringTime === undefined ? {} : { ringSeconds: Number.parseInt(ringTime, 10) || 0 }),
    ...optional("callerId", machine.parameter(element, "CallerId")),
    ...optional("dialedNumber", machine.parameter(element, "DialedNumber")),
  };
  return "over";
};
