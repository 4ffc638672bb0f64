import { type Said, said } from "../../words/said.ts";
import { callThatGoesRound } from "../going-round.ts";
import type { Cause } from "../moves.ts";
import { isSilent, type Silent } from "../silence.ts";
import type { State } from "../states.ts";
import { takesNoChance } from "../trial-call.ts";
import {
  maxRounds,
  namesOf,
  type ProofFacts,
  type Refutation,
  refutedBy,
  some,
  stepsOf,
  type Verdict,
} from "./claim.ts";

export interface SilentCalls {
  /** Every state such a call may be at. */
  readonly states: ReadonlySet<State>;
  /** What callers may do before they fall silent. */
  readonly before: (cause: Cause) => boolean;
  /** Of all of them, the longest. */
  readonly longest: Silent;
  /** Begins the sentences: "A caller who presses nothing". */
  readonly who: Said;
}

/** Do calls end by themselves from any of these states on? */
export function provesSilentEnd(
  { analysis, silence }: ProofFacts,
  { states, before, longest, who }: SilentCalls,
): Verdict {
  const rounds = silence.traps.filter((group) => group.some((state) => states.has(state)));
  const refuted = refutedBy(
    rounds.slice(0, maxRounds).flatMap((group): readonly Refutation[] => {
      const call = callThatGoesRound(analysis, { states: group, to: before, within: isSilent });
      if (call === undefined) return [];
      const names = namesOf(group, analysis);
      const sentence = takesNoChance(call)
        ? said`${who} is never let go: the call goes on and on at ${names}.`
        : said`${who} may never be let go: the call goes on and on at ${names}.`;
      return [{ sentence, call, severity: "warning", steps: stepsOf(group) }];
    }),
  );
  if (refuted !== undefined) return refuted;
  const [first] = rounds;
  if (first !== undefined) {
    const sentence = said`A call may go on and on at ${namesOf(first, analysis)}: that depends on values that are not known, and no call was found that does.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(first) };
  }
  const unread = [...states].filter((state) => state.ways.some(({ to }) => to === "unknown"));
  if (unread.length > 0) {
    const sentence = said`What the OzML in ${namesOf(unread, analysis)} does to a call is not looked into.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(unread) };
  }
  const { ms, steps, open } = longest;
  const bound = { seconds: Math.ceil(ms / 1000), steps, open };
  const within = steps === 1 ? said`${bound.seconds} s and 1 step` : said`${bound.seconds} s and ${steps} steps`;
  const sentence =
    open.length === 0
      ? said`${who} is off the line within ${within}.`
      : said`${who} is off the line within ${within}, apart from ${some(open)}.`;
  return { verdict: "proven", sentence, bound };
}
