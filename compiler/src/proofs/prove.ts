import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Claim, ProofFacts, Provable } from "./claims/claim.ts";
import { everyPathEnds } from "./claims/every-path-ends.ts";
import { noLoopWithoutInput } from "./claims/no-loop-without-input.ts";
import { noTrap } from "./claims/no-trap.ts";
import { promisedOutcomes } from "./claims/outcome-reached.ts";
import { personReachable } from "./claims/person-reachable.ts";
import { personReachedInTime, silentCallerGone } from "./claims/promises-kept.ts";
import { silentCallerEnds } from "./claims/silent-caller-ends.ts";
import type { DurationFacts } from "./durations.ts";
import { reachedFrom } from "./reach.ts";
import { isSilent, silenceIn } from "./silence.ts";
import { statesOf } from "./states.ts";

/** In the order they are shown. */
export const provables: readonly Provable[] = [
  silentCallerEnds,
  silentCallerGone,
  everyPathEnds,
  noTrap,
  personReachable,
  personReachedInTime,
  noLoopWithoutInput,
];

export interface ProveOptions {
  /** Length of audio files in seconds, by name. */
  readonly audioSeconds?: DurationFacts["audioSeconds"];
}

/**
 * What callers can never meet in the flow, or a call that shows that they can. About calls on our own extension only:
 * elsewhere nobody is on the line with us. Of a flow with errors, what is proven holds for what is left without them.
 */
export function prove(analysis: Analysis, { audioSeconds = {} }: ProveOptions = {}): readonly Claim[] {
  const { begins, callers } = statesOf(analysis);
  if (begins.length === 0) return [];
  const facts: ProofFacts = {
    analysis,
    begins,
    audioSeconds,
    silence: silenceIn(analysis, audioSeconds),
    reached: reachedFrom(begins, () => true),
    ofCallers: reachedFrom(callers, () => true),
    ofSilentCallers: reachedFrom(begins, ({ cause }) => isSilent(cause)),
  };
  return [...provables, ...promisedOutcomes(analysis)].flatMap(({ prove: attempt, ...claimed }) => {
    const verdict = attempt(facts);
    return verdict === undefined ? [] : [{ ...claimed, ...verdict }];
  });
}
