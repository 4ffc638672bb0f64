import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { findCall, keyOf } from "./find-call.ts";
import type { Cause } from "./moves.ts";
import { type Point, trialOf } from "./point.ts";
import { type State, statesOf } from "./states.ts";
import { neverEnds, playTrial, type TrialCall } from "./trial-call.ts";
import type { Tried } from "./try-moves.ts";

interface Round {
  /** Where the call goes round, or stands for ever. */
  readonly states: readonly State[];
  /** Ways it goes before it gets there. */
  readonly to: (cause: Cause) => boolean;
  /** Ways it goes once it is there. */
  readonly within: (cause: Cause) => boolean;
}

/** Points looked at once calls are where they may go round, over all of them. */
const maxPoints = 10_000;

/** A call that gets there and then goes round for ever; it has been played, and never ended. */
export function callThatGoesRound(analysis: Analysis, { states, to, within }: Round): TrialCall | undefined {
  const { live } = statesOf(analysis);
  const labels = new Set(states.map((state) => state.label));
  let left = maxPoints;
  const accept = (first: Point, tried: (from: Point) => readonly Tried[]): Point | undefined => {
    const open = new Set<string>();
    const comesBack = (point: Point): Point | undefined => {
      const key = keyOf(point, live(point.label));
      if (open.has(key)) return point;
      left -= 1;
      if (left < 0) return undefined;
      open.add(key);
      for (const next of tried(point)) {
        if (!within(next.cause) || !labels.has(next.point.label)) continue;
        const found = comesBack(next.point);
        if (found !== undefined) return found;
      }
      open.delete(key);
      return undefined;
    };
    const found = standsStill(states) ? first : comesBack(first);
    return found !== undefined && neverEnds(playTrial(trialOf(found), analysis.linked)) ? found : undefined;
  };
  const found = findCall(analysis, { states: new Set(states), by: to, accept });
  return found === undefined ? undefined : trialOf(found);
}

/** One instruction that never comes to its end: music that is played again and again. */
function standsStill([first, second]: readonly State[]): boolean {
  return first !== undefined && second === undefined && first.ways.every(({ to }) => to !== first);
}
