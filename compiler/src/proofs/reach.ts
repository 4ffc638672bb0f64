import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { findCall } from "./find-call.ts";
import { type State, statesOf, type Way } from "./states.ts";

type IsGoal = (way: Way, from: State) => boolean;

/** All states that are come to when only ways are gone that `goes` admits. */
export function reachedFrom(begins: readonly State[], goes: (way: Way) => boolean): ReadonlySet<State> {
  const reached = new Set(begins);
  // A set hands out what is added while it is gone through.
  for (const state of reached)
    for (const way of state.ways) if (typeof way.to !== "string" && goes(way)) reached.add(way.to);
  return reached;
}

/** States from which a way to the goal exists in the graph. From any other, no call ever comes there. */
export function mayReach(states: readonly State[], isGoal: IsGoal): ReadonlySet<State> {
  const before = waysBefore(states);
  const reached = new Set(states.filter((state) => state.ways.some((way) => isGoal(way, state))));
  // A set hands out what is added while it is gone through.
  for (const state of reached) for (const from of before.get(state) ?? []) reached.add(from);
  return reached;
}

/**
 * States from which every call can still get to the goal: by what a caller can do and what can happen around the call,
 * whatever the values turn out to be that are not known.
 */
export function canAlwaysReach(states: readonly State[], isGoal: IsGoal): ReadonlySet<State> {
  const before = waysBefore(states);
  const reached = new Set<State>();
  /** Ways that values decide on, of which some do not lead to the goal yet. */
  const undecided = new Map<State, Set<Way>>();
  const waiting: State[] = [];
  const lead = (state: State, way: Way) => {
    if (reached.has(state)) return;
    if (way.cause === "unknown") {
      const left = undecided.get(state) ?? new Set(state.ways.filter(({ cause }) => cause === "unknown"));
      left.delete(way);
      undecided.set(state, left);
      if (left.size > 0) return;
    }
    reached.add(state);
    waiting.push(state);
  };
  for (const state of states) for (const way of state.ways) if (isGoal(way, state)) lead(state, way);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const from of before.get(state) ?? []) for (const way of from.ways) if (way.to === state) lead(from, way);
  }
  return reached;
}

/**
 * The same, with calls tried out from states of which nothing was said yet. Where everything that can matter is known of
 * a state, what one call can do there, all can.
 */
export function canBeSeenToReach(analysis: Analysis, states: readonly State[], isGoal: IsGoal): ReadonlySet<State> {
  const can = canAlwaysReach(states, isGoal);
  const { live } = statesOf(analysis);
  const goals = new Set(states.filter((one) => one.ways.some((way) => way.cause !== "unknown" && isGoal(way, one))));
  const isKnown = ({ label, values }: State) => [...live(label)].every((name) => Object.hasOwn(values, name));
  const open = states.filter((state) => !can.has(state) && isKnown(state)).slice(0, maxTried);
  const seen = new Set(
    open.filter((from) => findCall(analysis, { states: goals, from, accept: (point) => point }) !== undefined),
  );
  if (seen.size === 0) return can;
  const further = canAlwaysReach(
    states,
    (way, from) => isGoal(way, from) || (typeof way.to !== "string" && seen.has(way.to)),
  );
  return new Set([...further, ...seen]);
}

/** So many states are tried out; of more, nothing is said. */
const maxTried = 40;

function waysBefore(states: readonly State[]): ReadonlyMap<State, readonly State[]> {
  const before = new Map<State, State[]>();
  for (const state of states) {
    for (const { to } of state.ways) {
      if (typeof to === "string") continue;
      const there = before.get(to);
      if (there === undefined) before.set(to, [state]);
      else there.push(state);
    }
  }
  return before;
}
