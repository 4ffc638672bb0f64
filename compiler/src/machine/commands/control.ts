import type { Executor } from "../executor.ts";

/** What the URL answers is run in place of the rest; in one reading the rest follows it (open question 9). */
export const goTo: Executor = function* (element, machine) {
  return yield* machine.request(machine.text(element, "Url").trim(), "GoTo", {}, !machine.dialect.goToReturns);
};

export const hangup: Executor = function* () {
  yield { effect: "hang-up" };
  return "over";
};

/** Means something only as the first command of a call, where the machine sees to it before it answers (p_7657). */
export const reject: Executor = function* () {
  yield { effect: "fault", message: "Reject came too late and was ignored: the call is answered already" };
  return "next";
};

/** Stops the script; with nothing left to run the call is hung up (open question 20). */
// biome-ignore lint/correctness/useYield: stopping takes no time.
export const exit: Executor = function* () {
  return "over";
};

// biome-ignore lint/correctness/useYield: remembering takes no time.
export const variable: Executor = function* (element, machine) {
  const name = machine.parameter(element, "ID");
  if (name !== undefined) machine.setVariable(name, machine.text(element, "Value"));
  return "next";
};
