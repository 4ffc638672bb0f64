import { ask, type Question } from "../../line/ask.ts";
import { child, type OzmlElement, sameName } from "../../ozml/document.ts";
import { said } from "../../words/said.ts";
import type { Executor, Flow, Machine, Running } from "../executor.ts";
import { toSeconds } from "./talk.ts";

/**
 * Plays the prompt and listens; then runs the branch of the key, asks ForwardToUrl about an entry that has none, or goes
 * on behind the command when nothing came (p_4693, p_7663). Where the pages are silent the dialect decides.
 */
export const userInput: Executor = function* (element, machine) {
  const { dialect } = machine;
  const question = questionOf(element, machine);
  const repeat = machine.parameter(element, "Repeat")?.toLowerCase() === "true";
  const backKey = machine.parameter(element, "BackKey");
  const inputs = child(element, "Inputs")?.children.filter((one) => sameName(one.name, "Input")) ?? [];
  const prompt = child(element, "InitialCommands")?.children ?? [];
  const forward = machine.parameter(element, "ForwardToUrl", "ForwardToURL", "enteredUrl");
  if (machine.parameter(element, "ExecuteSQL") !== undefined) {
    yield { effect: "fault", ...said`ExecuteSQL was passed over: there is no database here` };
  }

  for (;;) {
    let afterPrompt: Flow = "next";
    const entry = yield* ask(
      function* (play, stopped) {
        afterPrompt = yield* machine.run(prompt, { play, stopped });
        return afterPrompt === "next";
      },
      question,
      dialect,
    );
    if (afterPrompt !== "next") return afterPrompt;
    if (!entry.complete) {
      if (repeat) continue;
      return "next";
    }
    // With no question around this one, the commands behind it run (p_7663).
    if (backKey !== undefined && entry.keys === backKey) return machine.isInQuestion() ? "back" : "next";
    const input = inputs.find((one) => machine.parameter(one, "key") === entry.keys);
    let after: Flow;
    if (input !== undefined) {
      after = yield* machine.runInside(() => branch(input, machine));
    } else if (forward !== undefined) {
      const digits = { [machine.names.digits]: entry.keys };
      after = yield* machine.runInside(() => machine.request(forward, "DtmfEntered", digits, { mayBeEmpty: true }));
    } else {
      if (dialect.unmatchedEntry === "ask-again" || repeat) continue;
      return "next";
    }
    if (after === "over") return "over";
    if (after === "leave") return "next";
    // BackKey in a question inside the branch comes back to this one.
    if (after === "back" || (dialect.afterBranch === "ask-again" && repeat)) continue;
    return "next";
  }
};

function* branch(input: OzmlElement, machine: Machine): Running<Flow> {
  yield* machine.visit(input);
  return yield* machine.run(input.children);
}

/** Digits stands for both bounds; which goes first when others are given too is open question 8. */
function questionOf(element: OzmlElement, machine: Machine): Question {
  const { digitBounds, missingTimeoutSeconds } = machine.dialect;
  const digits = wholeNumber(element, machine, "Digits");
  const least = wholeNumber(element, machine, "MinDigits");
  const most = wholeNumber(element, machine, "MaxDigits");
  const minDigits = (digitBounds === "digits" ? (digits ?? least) : (least ?? digits)) ?? 1;
  const maxDigits = (digitBounds === "digits" ? (digits ?? most) : (most ?? digits)) ?? 1;
  const timeout = machine.parameter(element, "Timeout");
  return {
    timeoutSeconds: timeout === undefined ? missingTimeoutSeconds : toSeconds(timeout),
    minDigits,
    maxDigits: Math.max(minDigits, maxDigits),
  };
}

function wholeNumber(element: OzmlElement, machine: Machine, name: string): number | undefined {
  const number = Number.parseInt(machine.parameter(element, name) ?? "", 10);
  return Number.isFinite(number) && number > 0 ? number : undefined;
}
