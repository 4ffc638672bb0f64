import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { findCall } from "../proofs/find-call.ts";
import { trialOf } from "../proofs/point.ts";
import { statesOf } from "../proofs/states.ts";
import type { TrialCall } from "../proofs/trial-call.ts";

/** Calls to one place of a flow, and all of them: enough to come to each place in more than one way. */
const most = { perPlace: 4, all: 400 };

/** Calls that come to every place of the flow which the search for calls finds, by the shortest scripts first. */
export function probeCalls(analysis: Analysis): readonly TrialCall[] {
  const perPlace = new Map<string, number>();
  const probes = new Map<string, TrialCall>();
  findCall(analysis, {
    states: new Set(statesOf(analysis).states),
    accept(point) {
      const count = perPlace.get(point.label) ?? 0;
      // Whom the flow calls is heard on the same call as the caller: it is found there.
      if (count >= most.perPlace || point.who !== undefined) return undefined;
      perPlace.set(point.label, count + 1);
      const trial = trialOf(point);
      probes.set(JSON.stringify(trial), trial);
      return probes.size >= most.all ? point : undefined;
    },
  });
  return [...probes.values()];
}
