import { entryVariable, recordingVariable } from "../expressions/expressions.ts";
import type { Instruction, Label } from "../instructions/instruction.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Candidates, candidatesIn } from "./candidates.ts";
import { CheapestFirst } from "./cheapest-first.ts";
import type { Cause } from "./moves.ts";
import { beginningOf, type Point } from "./point.ts";
import { type State, statesOf } from "./states.ts";
import { type Tried, triedFrom } from "./try-moves.ts";

export interface Sought {
  /** Where the call is to get to. */
  readonly states: ReadonlySet<State>;
  /** Ways it may go to get there; absent: any. */
  readonly by?: (cause: Cause) => boolean;
  /** What a way counts for; absent: what a caller must do counts most, so the shortest script is found. */
  readonly costs?: Costs;
  /** Where it already is; absent: it has not begun yet. */
  readonly from?: State;
  /** What the call found must be good for; the first that gives something is taken. */
  readonly accept: (point: Point, tried: (from: Point) => readonly Tried[]) => Point | undefined;
}

export type Costs = (cause: Cause, at: Instruction) => number;

/** Points looked at, at most: what is not found then is not found. */
const maxPoints = 4000;

/** What something a caller does counts for, against a step that goes by itself: the shortest script wins. */
const actionCost = 1000;

/**
 * The call with the shortest caller script that gets there. Nothing is proven by finding none: only some entries and
 * answers are tried. How far it still is, is known from the states, so the search goes straight where it can.
 */
export function findCall(
  analysis: Analysis,
  { states, from, by = anyWay, costs = deedsFirst, accept }: Sought,
): Point | undefined {
  const graph = statesOf(analysis);
  const candidates = candidatesOf(analysis);
  const distance = distancesOnce(states, graph.states, by, costs);
  const wanted = new Set([...states].map((state) => state.label));
  const waiting = new CheapestFirst<{ readonly point: Point; readonly cost: number }>();
  const seen = new Set<string>();
  const tried = (from: Point) => triedFrom(from, analysis, graph, candidates);
  const add = (point: Point, cost: number) => {
    const left = distance.get(point.label);
    if (left !== undefined) waiting.add({ point, cost }, cost + left);
  };

  const untold = { [entryVariable]: "", [recordingVariable]: "" };
  const values = { ...graph.first, ...untold };
  if (from !== undefined) add(beginningOf("incoming-call", from.label, { ...values, ...from.values }), 0);
  for (const entry of ["incoming-call", "outgoing-call"] as const) {
    const label = analysis.entries.get(entry);
    if (label === undefined || from !== undefined) continue;
    for (const [index, facts] of candidates.calls.entries()) add(beginningOf(entry, label, values, facts), index);
  }
  for (let looked = 0; looked < maxPoints; ) {
    const next = waiting.take();
    if (next === undefined) return undefined;
    const key = keyOf(next.point, graph.live(next.point.label));
    if (seen.has(key)) continue;
    seen.add(key);
    looked += 1;
    const found = wanted.has(next.point.label) ? accept(next.point, tried) : undefined;
    if (found !== undefined) return found;
    const at = analysis.graph.get(next.point.label);
    if (at === undefined) continue;
    for (const { cause, point } of tried(next.point)) if (by(cause)) add(point, next.cost + costs(cause, at));
  }
  return undefined;
}

const anyWay = () => true;

const knownCandidates = new WeakMap<Analysis, Candidates>();

function candidatesOf(analysis: Analysis): Candidates {
  const there = knownCandidates.get(analysis) ?? candidatesIn(analysis, statesOf(analysis).foresight);
  knownCandidates.set(analysis, there);
  return there;
}

type Distances = ReadonlyMap<Label, number>;

/** The same goals are sought from many states. */
const knownDistances = new WeakMap<
  ReadonlySet<State>,
  { readonly by: unknown; readonly costs: unknown; readonly distances: Distances }
>();

function distancesOnce(
  goals: ReadonlySet<State>,
  states: readonly State[],
  by: (cause: Cause) => boolean,
  costs: Costs,
): Distances {
  const known = knownDistances.get(goals);
  if (known?.by === by && known.costs === costs) return known.distances;
  const distances = distancesTo(costs, goals, states, by);
  knownDistances.set(goals, { by, costs, distances });
  return distances;
}

/** What is the same of two points from which the same can follow. */
export function keyOf(point: Point, live: ReadonlySet<string>): string {
  const { label, who, reached, http, told } = point;
  const values = Object.entries(point.values).filter(([name]) => live.has(name));
  return JSON.stringify([label, values, who, point.facts, Object.entries(reached).sort(), http.length, told]);
}

function deedsFirst(cause: Cause): number {
  return cause === "key" || cause === "entry" || cause === "silence" ? actionCost : 1;
}

/** By label: the cheapest way from any state there. What is missing leads nowhere. */
function distancesTo(
  costs: Costs,
  goals: ReadonlySet<State>,
  states: readonly State[],
  by: (cause: Cause) => boolean,
): Distances {
  const before = new Map<State, { readonly from: State; readonly cost: number }[]>();
  const note = (from: State, to: State, cost: number) => {
    const there = before.get(to);
    if (there === undefined) before.set(to, [{ from, cost }]);
    else there.push({ from, cost });
  };
  for (const state of states) {
    for (const { cause, to } of state.ways)
      if (typeof to !== "string" && by(cause)) note(state, to, costs(cause, state.instruction));
    for (const begun of state.begins) note(state, begun, 1);
  }
  const nearest = new Map<State, number>();
  const byLabel = new Map<Label, number>();
  const waiting = new CheapestFirst<{ readonly state: State; readonly cost: number }>();
  for (const state of goals) waiting.add({ state, cost: 0 }, 0);
  for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
    const { state, cost } = next;
    if (nearest.has(state)) continue;
    nearest.set(state, cost);
    byLabel.set(state.label, Math.min(byLabel.get(state.label) ?? cost, cost));
    for (const one of before.get(state) ?? []) waiting.add({ state: one.from, cost: cost + one.cost }, cost + one.cost);
  }
  return byLabel;
}
