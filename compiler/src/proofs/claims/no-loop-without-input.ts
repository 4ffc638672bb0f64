import { cycles } from "../../instructions/graph.ts";
import { callThatGoesRound } from "../going-round.ts";
import type { Cause } from "../moves.ts";
import { isSilent } from "../silence.ts";
import type { State } from "../states.ts";
import { namesOf, type Provable, stepsOf } from "./claim.ts";

/** A call that goes round without asking anything talks to itself; a caller has no part in it. */
export const noLoopWithoutInput: Provable = {
  code: "no-loop-without-input",
  title: "No call goes round without asking the caller",
  prove({ analysis, reached }) {
    const targets = ({ ways }: State) =>
      ways.flatMap(({ cause, to }) => (asksNobody(cause) && typeof to !== "string" ? [to] : []));
    const rounds = cycles([...reached], targets);
    for (const group of rounds) {
      const call = callThatGoesRound(analysis, { states: group, to: () => true, within: asksNobody });
      if (call === undefined) continue;
      const sentence = `A call goes round and round at ${namesOf(group, analysis)}, and nobody is asked anything.`;
      return { verdict: "refuted", sentence, call, steps: stepsOf(group) };
    }
    const [first] = rounds;
    if (first === undefined) {
      return {
        verdict: "proven",
        sentence: "On every way that leads back to where a call has been, the caller is asked.",
      };
    }
    const sentence = `How often a call goes round at ${namesOf(first, analysis)} depends on values that are not known.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(first) };
  },
};

function asksNobody(cause: Cause): boolean {
  return isSilent(cause) && cause !== "silence" && cause !== "recording";
}
