import { callThatGoesRound } from "../going-round.ts";
import type { Cause } from "../moves.ts";
import { isSilent, type Silent } from "../silence.ts";
import type { State } from "../states.ts";
import { namesOf, type ProofFacts, stepsOf, type Verdict } from "./claim.ts";

export interface SilentCalls {
  /** Every state such a call may be at. */
  readonly states: ReadonlySet<State>;
  /** What callers may do before they fall silent. */
  readonly before: (cause: Cause) => boolean;
  /** Of all of them, the longest. */
  readonly longest: Silent;
  /** Begins the sentences: "A caller who presses nothing". */
  readonly who: string;
}

/** Do calls end by themselves from any of these states on? */
export function provesSilentEnd(
  { analysis, silence }: ProofFacts,
  { states, before, longest, who }: SilentCalls,
): Verdict {
  const rounds = silence.traps.filter((group) => group.some((state) => states.has(state)));
  for (const group of rounds) {
    const call = callThatGoesRound(analysis, { states: group, to: before, within: isSilent });
    if (call === undefined) continue;
    const sentence = `${who} is never let go: the call goes on and on at ${namesOf(group, analysis)}.`;
    return { verdict: "refuted", sentence, call, steps: stepsOf(group) };
  }
  const [first] = rounds;
  if (first !== undefined) {
    const sentence = `A call may go on and on at ${namesOf(first, analysis)}: that depends on values that are not known, and no call was found that does.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(first) };
  }
  const unread = [...states].filter((state) => state.ways.some(({ to }) => to === "unknown"));
  if (unread.length > 0) {
    const sentence = `What the OzML in ${namesOf(unread, analysis)} does to a call is not looked into.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(unread) };
  }
  const { ms, steps, open } = longest;
  const bound = { seconds: Math.ceil(ms / 1000), steps, open };
  const apart = open.length === 0 ? "" : `, apart from ${open.join(" and ")}`;
  const sentence = `${who} is off the line within ${bound.seconds} s and ${steps} ${steps === 1 ? "step" : "steps"}${apart}.`;
  return { verdict: "proven", sentence, bound };
}
