import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Claim, ProofFacts, Provable } from "./claims/claim.ts";
import { everyPathEnds } from "./claims/every-path-ends.ts";
import { noLoopWithoutInput } from "./claims/no-loop-without-input.ts";
import { noTrap } from "./claims/no-trap.ts";
import { personReachable } from "./claims/person-reachable.ts";
import { silentCallerEnds } from "./claims/silent-caller-ends.ts";
import type { DurationFacts } from "./durations.ts";
import { isSilent, silenceIn } from "./silence.ts";
import { type State, statesOf, type Way } from "./states.ts";

/** In the order they are shown. */
const provables: readonly Provable[] = [silentCallerEnds, everyPathEnds, noTrap, personReachable, noLoopWithoutInput];

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
    silence: silenceIn(analysis, audioSeconds),
    reached: reachedFrom(begins, () => true),
    ofCallers: reachedFrom(callers, () => true),
    ofSilentCallers: reachedFrom(begins, ({ cause }) => isSilent(cause)),
  };
  return provables.flatMap(({ code, title, prove: attempt }) => {
    const verdict = attempt(facts);
    return verdict === undefined ? [] : [{ code, title, ...verdict }];
  });
}

function reachedFrom(begins: readonly State[], goes: (way: Way) => boolean): ReadonlySet<State> {
  const reached = new Set(begins);
  // A set hands out what is added while it is gone through.
  for (const state of reached)
    for (const way of state.ways) if (typeof way.to !== "string" && goes(way)) reached.add(way.to);
  return reached;
}
