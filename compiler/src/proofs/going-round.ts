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
const maxPoints = 2000;

/** A call that gets there and then goes round for ever; it has been played, and never ended. */
export function callThatGoesRound(analysis: Analysis, { states, to, within }: Round): TrialCall | undefined {
  const { live } = statesOf(analysis);
  const labels = new Set(states.map((state) => state.label));
  const goesOn = (point: Point) => neverEnds(playTrial(trialOf(point), analysis.linked));
  /** Points that a call is at, and those from which it is known not to come round. */
  const state = new Map<string, "open" | "done">();
  const keyAt = (point: Point) => keyOf(point, live(point.label));

  const comesRound = (first: Point, tried: (from: Point) => readonly Tried[]): Point | undefined => {
    const enter = (point: Point) => {
      const key = keyAt(point);
      state.set(key, "open");
      const next = tried(point).filter(({ cause, point: after }) => within(cause) && labels.has(after.label));
      return { key, next: next[Symbol.iterator]() };
    };
    if (state.has(keyAt(first))) return undefined;
    const path = [enter(first)];
    for (let top = path.at(-1); top !== undefined && state.size < maxPoints; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done) {
        state.set(top.key, "done");
        path.pop();
        continue;
      }
      const { point } = step.value;
      const there = state.get(keyAt(point));
      if (there === "open") return point;
      if (there === undefined) path.push(enter(point));
    }
    return undefined;
  };
  const accept = (point: Point, tried: (from: Point) => readonly Tried[]) => {
    const found = standsStill(states) ? point : comesRound(point, tried);
    return found !== undefined && goesOn(found) ? found : undefined;
  };
  const found = findCall(analysis, { states: new Set(states), by: to, accept });
  return found === undefined ? undefined : trialOf(found);
}

/** One instruction that never comes to its end: music that is played again and again. */
function standsStill([first, second]: readonly State[]): boolean {
  return first !== undefined && second === undefined && first.ways.every(({ to }) => to !== first);
}
