import { components } from "../instructions/graph.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { labelAt } from "../phases/2-analyse/places.ts";
import { type Duration, type DurationFacts, eachOnce, silentDuration } from "./durations.ts";
import type { Cause } from "./moves.ts";
import { spokenLengths } from "./spoken-length.ts";
import { type State, type StateGraph, statesOf, type Way } from "./states.ts";

/** What becomes of a call from a state on, when the caller says and presses nothing more. */
export interface Silent extends Duration {
  /** Steps that the call still comes to, at most; without end where the call may go round. */
  readonly steps: number;
}

export interface Silence {
  from(state: State): Silent;
  /** How long the call stands at a state before it goes this way, at most. */
  at(state: State, way: Way): Duration;
  /** Groups of states that a silent call can go round in, or stand still at for ever. */
  readonly traps: readonly (readonly State[])[];
}

const nothing: Silent = { ms: 0, steps: 0, open: [] };
const endless: Silent = { ms: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY, open: [] };

/** What happens without the caller's doing. A recording ends by itself. */
export function isSilent(cause: Cause): boolean {
  return cause !== "key" && cause !== "entry";
}

/** The longest of several. */
export function longestOf(all: readonly Silent[]): Silent {
  let [ms, steps] = [0, 0];
  for (const one of all) {
    ms = Math.max(ms, one.ms);
    steps = Math.max(steps, one.steps);
  }
  return { ms, steps, open: eachOnce(all.flatMap(({ open }) => open)) };
}

function silentWays({ ways }: State): readonly Way[] {
  return ways.filter(({ cause }) => isSilent(cause));
}

function silentTargets(state: State): readonly State[] {
  return silentWays(state).flatMap(({ to }) => (typeof to === "string" ? [] : [to]));
}

/** Worst cases over everything that can happen to silent callers, from every state at once. */
export function silenceIn(analysis: Analysis, audioSeconds: DurationFacts["audioSeconds"] = {}): Silence {
  const graph: StateGraph = statesOf(analysis);
  const facts: DurationFacts = { audioSeconds, spoken: spokenLengths(analysis, graph.foresight) };
  const beginsStep = firstLabels(analysis);
  const found = new Map<State, Silent>();
  const traps: (readonly State[])[] = [];
  const at = (state: State, way: Way) =>
    silentDuration(state.instruction, facts, typeof way.to === "string" ? way.index : undefined);

  for (const group of components(graph.states, silentTargets)) {
    const [first] = group;
    if (first === undefined) continue;
    const isRound = group.length > 1 || silentTargets(first).includes(first);
    if (isRound) {
      for (const state of group) found.set(state, endless);
      traps.push(group);
      continue;
    }
    const ways = silentWays(first).map((way): Silent => {
      const here = at(first, way);
      const after = typeof way.to === "string" ? nothing : (found.get(way.to) ?? endless);
      return { ms: here.ms + after.ms, steps: after.steps, open: [...here.open, ...after.open] };
    });
    const { ms, steps, open } = longestOf(ways);
    if (silentWays(first).some((way) => at(first, way).ms === Number.POSITIVE_INFINITY)) traps.push(group);
    found.set(first, { ms, steps: steps + (beginsStep.has(first.label) ? 1 : 0), open });
  }
  return { from: (state) => found.get(state) ?? endless, at, traps };
}

/** Labels by which a call comes to a step; the others lie within one. */
function firstLabels({ places }: Analysis): ReadonlySet<string> {
  return new Set(places.inLanguages.map((place) => labelAt(place, places.languages)));
}
