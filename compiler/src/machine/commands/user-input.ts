import { ask } from "../../line/ask.ts";
import { child, type OzmlElement, sameName } from "../../ozml/document.ts";
import type { Executor, Flow, Machine, Running } from "../executor.ts";
import { toSeconds } from "./talk.ts";

/**
 * Plays the prompt and listens; then runs the branch of the key, asks ForwardToUrl about an entry that has none, or goes
 * on behind the command when nothing came (p_4693, p_7663). Where the pages are silent the dialect decides.
 */
export const userInput: Executor = function* (element, machine) {
  const question = questionOf(element, machine);
  const repeat = machine.parameter(element, "Repeat")?.toLowerCase() === "true";
  const backKey = machine.parameter(element, "BackKey");
  const inputs = child(element, "Inputs")?.children.filter((one) => sameName(one.name, "Input")) ?? [];
  const prompt = child(element, "InitialCommands")?.children ?? [];
  const forward = machine.parameter(element, "ForwardToUrl", "ForwardToURL", "enteredUrl");

  for (;;) {
    const entry = yield* ask(
      function* (play, stopped) {
        yield* machine.run(prompt, { play, stopped });
      },
      question,
      machine.dialect,
    );
    let after: Flow;
    if (!entry.complete) {
      if (repeat) continue;
      return "next";
    }
    if (backKey !== undefined && entry.keys === backKey) return "back";
    const input = inputs.find((one) => machine.parameter(one, "key") === entry.keys);
    if (input !== undefined) {
      after = yield* branch(input, machine);
    } else if (forward !== undefined) {
      after = yield* machine.request(forward, "DtmfEntered", { DtmfDigits: entry.keys });
    } else {
      if (machine.dialect.unmatchedEntry === "ask-again" || repeat) continue;
      return "next";
    }
    if (after === "over") return "over";
    // BackKey in a question inside the branch comes back to this one.
    if (after === "back" || (machine.dialect.afterBranch === "ask-again" && repeat)) continue;
    return "next";
  }
};

function* branch(input: OzmlElement, machine: Machine): Running<Flow> {
  yield { effect: "visit", step: String(input.index) };
  return yield* machine.run(input.children);
}

/** Digits stands for both bounds; MinDigits and MaxDigits go before it (open question 8). */
function questionOf(element: OzmlElement, machine: Machine) {
  const whole = (text: string | undefined) => {
    const number = Number.parseInt(text ?? "", 10);
    return Number.isFinite(number) && number > 0 ? number : undefined;
  };
  const digits = whole(machine.parameter(element, "Digits"));
  const minDigits = whole(machine.parameter(element, "MinDigits")) ?? digits ?? 1;
  const maxDigits = whole(machine.parameter(element, "MaxDigits")) ?? digits ?? 1;
  return {
    timeoutSeconds: toSeconds(machine.parameter(element, "Timeout")),
    minDigits,
    maxDigits: Math.max(minDigits, maxDigits),
  };
}
