import type { Executor } from "../executor.ts";
import { spaced, toSeconds } from "./talk.ts";

/** On success the call is gone and the script with it; after a failure the next command runs (p_7631). */
export const blindTransfer: Executor = function* (element, machine) {
  const reply = yield { effect: "transfer", target: spaced(machine.text(element, "Target")) };
  return reply.ok ? "over" : "next";
};

/** Dials somebody else and goes on at once (open question 17); Url is asked when the callee answers (p_7632). */
export const call: Executor = function* (element, machine) {
  const url = machine.parameter(element, "Url");
  const callerId = machine.parameter(element, "CallerId");
  const callerDisplayName = machine.parameter(element, "CallerDisplayName");
  const ringTime = machine.parameter(element, "RingTime");
  yield {
    effect: "place-call",
    number: spaced(machine.text(element, "Dialed", "Dialled")),
    ...(callerId === undefined ? {} : { callerId }),
    ...(callerDisplayName === undefined ? {} : { callerDisplayName }),
    ...(ringTime === undefined ? {} : { ringSeconds: toSeconds(ringTime) }),
    ...(url === undefined ? {} : { conversation: () => machine.connected(url) }),
  };
  return "next";
};

export const sendSms: Executor = function* (element, machine) {
  const sender = machine.parameter(element, "Sender");
  yield {
    effect: "send-sms",
    recipient: machine.parameter(element, "Recipient") ?? "",
    text: spaced(machine.text(element, "Message")),
    ...(sender === undefined ? {} : { sender }),
  };
  return "next";
};
