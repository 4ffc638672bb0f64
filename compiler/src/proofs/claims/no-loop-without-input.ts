import { cycles } from "../../instructions/graph.ts";
import { said } from "../../words/said.ts";
import { callThatGoesRound } from "../going-round.ts";
import type { Cause } from "../moves.ts";
import { isSilent } from "../silence.ts";
import type { State } from "../states.ts";
import { takesNoChance } from "../trial-call.ts";
import { maxRounds, namesOf, type Provable, type Refutation, refutedBy, stepsOf } from "./claim.ts";

/** A call that goes round without asking anything talks to itself; a caller has no part in it. */
export const noLoopWithoutInput: Provable = {
  code: "no-loop-without-input",
  title: said`No call goes round without asking the caller`,
  remedy: said`Ask them something on it, or let it lead elsewhere.`,
  prove({ analysis, reached }) {
    const targets = ({ ways }: State) =>
      ways.flatMap(({ cause, to }) => (asksNobody(cause) && typeof to !== "string" ? [to] : []));
    const rounds = cycles([...reached], targets);
    const refuted = refutedBy(
      rounds.slice(0, maxRounds).flatMap((group): readonly Refutation[] => {
        const call = callThatGoesRound(analysis, { states: group, to: () => true, within: asksNobody });
        if (call === undefined) return [];
        const names = namesOf(group, analysis);
        const sentence = takesNoChance(call)
          ? said`A call goes round and round at ${names}, and nobody is asked anything.`
          : said`A call can go round and round at ${names}, and nobody is asked anything.`;
        return [{ sentence, call, severity: "warning", steps: stepsOf(group) }];
      }),
    );
    if (refuted !== undefined) return refuted;
    const [first] = rounds;
    if (first === undefined) {
      return {
        verdict: "proven",
        sentence: said`On every way that leads back to where a call has been, the caller is asked.`,
      };
    }
    const sentence = said`How often a call goes round at ${namesOf(first, analysis)} depends on values that are not known.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(first) };
  },
};

function asksNobody(cause: Cause): boolean {
  return isSilent(cause) && cause !== "silence" && cause !== "recording";
}
