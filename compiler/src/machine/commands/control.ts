import { said } from "../../words/said.ts";
import type { Executor } from "../executor.ts";

/** What the URL answers is run in place of the rest; in one reading the rest follows it (open question 9). */
export const goTo: Executor = function* (element, machine) {
  const { goToReturns, variablesAfterGoTo } = machine.dialect;
  const options = { replaces: !goToReturns, forgets: variablesAfterGoTo === "lost" };
  return yield* machine.request(machine.text(element, "Url").trim(), "GoTo", {}, options);
};

/** Ends the call of the script, or in third party control the one that CallId names. */
export const hangup: Executor = function* (element, machine) {
  const callId = machine.otherCall(element, "CallId");
  if (callId !== undefined) {
    yield { effect: "end-call", callId };
    return "next";
  }
  yield { effect: "hang-up" };
  return "over";
};

/** Means something only as the first command of a call, where the machine sees to it before it answers (p_7657). */
export const reject: Executor = function* (_element, machine) {
  const hangsUp = machine.dialect.lateReject === "hangs-up";
  const fault = hangsUp
    ? said`Reject came too late and ended the call: the call is answered already`
    : said`Reject came too late and was ignored: the call is answered already`;
  yield { effect: "fault", ...fault };
  if (!hangsUp) return "next";
  yield { effect: "hang-up" };
  return "over";
};

/** Stops the script, or leaves the question around it; with nothing left to run the call is hung up (open question 20). */
// biome-ignore lint/correctness/useYield: stopping takes no time.
export const exit: Executor = function* (_element, machine) {
  return machine.dialect.exitLeaves === "question" && machine.isInQuestion() ? "leave" : "over";
};
