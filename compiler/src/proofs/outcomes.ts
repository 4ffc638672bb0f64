import { components } from "../instructions/graph.ts";
import { ownStep } from "../phases/1-parse/call-flows.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Said } from "../words/said.ts";
import { type DurationFacts, eachOnce, silentDuration } from "./durations.ts";
import { findCall } from "./find-call.ts";
import type { Ending } from "./moves.ts";
import { trialOf } from "./point.ts";
import { reachedFrom } from "./reach.ts";
import { spokenLengths } from "./spoken-length.ts";
import { type State, statesOf, type Way } from "./states.ts";
import { type TrialCall, timeTrial } from "./trial-call.ts";

/** One way a call can end: at which step, and how. */
export interface Outcome {
  readonly step: string;
  /** As authors know the step. */
  readonly name: string;
  readonly ends: Ending;
  /** The call with the fewest deeds that ends so; absent: none was found. */
  readonly shortest?: ShortestCall;
  /**
   * Seconds of the longest call that ends so; absent: callers can go round before as long as they like. Not in it: `open`,
   * and what rings elsewhere.
   */
  readonly worst?: { readonly seconds: number; readonly open: readonly Said[] };
}

export interface ShortestCall {
  readonly call: TrialCall;
  /** Keys that are pressed in it. */
  readonly keys: number;
  /** How long it takes when prompts are heard to their end and a key comes a second later. */
  readonly seconds: number;
  /** What is not in the seconds. */
  readonly open: readonly Said[];
}

/** A step at which calls of our own extension can end, and its name for authors. */
export interface EndOfCalls {
  readonly step: string;
  readonly name: string;
}

/** Each once, by their names; what lies in a flow that is called belongs to the step that calls it. */
export function endsOf(analysis: Analysis): readonly EndOfCalls[] {
  const leaves = leavesIn(reachedFrom(statesOf(analysis).callers, () => true));
  const steps = new Set(leaves.map(({ step }) => ownStep(step)).filter((step) => step !== ""));
  return [...steps]
    .map((step) => ({ step, name: nameOf(analysis.linked.steps.get(step)?.step ?? { id: step, label: "" }) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** All states at which calls end at one step in one way. */
export interface Leaf {
  readonly step: string;
  readonly ends: Ending;
  /** The last ways of such calls. */
  readonly by: (readonly [State, Way])[];
  /** Where they are last. */
  readonly last: Set<State>;
}

/** The longest that calls have taken when they come to a state. `ms` has no end behind a round. */
interface Longest {
  readonly ms: number;
  readonly open: readonly Said[];
}

/** Every way that calls of our own extension end, by the names of the steps. */
export function outcomesOf(analysis: Analysis, audioSeconds: DurationFacts["audioSeconds"] = {}): readonly Outcome[] {
  const { callers, foresight } = statesOf(analysis);
  const facts: DurationFacts = { audioSeconds, spoken: spokenLengths(analysis, foresight) };
  const reached = reachedFrom(callers, () => true);
  const longest = longestUntil(reached, facts);
  return leavesIn(reached)
    .map((leaf): Outcome => {
      const { step, ends, by } = leaf;
      const name = nameOf(analysis.linked.steps.get(step)?.step ?? { id: step, label: "" });
      const worst = longestOf(by.map(([state, way]) => behind(longest.get(state), state, way, facts)));
      const shortest = shortestCall(leaf, analysis, audioSeconds);
      return {
        step,
        name,
        ends,
        ...(shortest === undefined ? {} : { shortest }),
        ...(Number.isFinite(worst.ms) ? { worst: { seconds: Math.ceil(worst.ms / 1000), open: worst.open } } : {}),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.ends.localeCompare(b.ends, "en"));
}

export function leavesIn(reached: ReadonlySet<State>): readonly Leaf[] {
  const leaves = new Map<string, Leaf>();
  const add = (state: State, way: Way, ends: Ending, last: State) => {
    const { step } = state.instruction;
    const key = `${step}\0${ends}`;
    const leaf = leaves.get(key) ?? { step, ends, by: [], last: new Set() };
    leaf.by.push([state, way]);
    leaf.last.add(last);
    leaves.set(key, leaf);
  };
  for (const state of reached) {
    if (isNobodys(state)) continue;
    for (const way of state.ways) {
      if (typeof way.to === "string") add(state, way, way.to, state);
      else if (isNobodys(way.to))
        for (const { to } of way.to.ways) if (typeof to === "string") add(state, way, to, way.to);
    }
  }
  return [...leaves.values()];
}

/** The end that all ways share which lead nowhere: it belongs to the steps before it. */
function isNobodys({ instruction }: State): boolean {
  return instruction.step === "";
}

/** Forwards through the graph, each state once all that lead to it are known; what lies in a round has no longest. */
function longestUntil(reached: ReadonlySet<State>, facts: DurationFacts): ReadonlyMap<State, Longest> {
  const targets = ({ ways }: State) => ways.flatMap(({ to }) => (typeof to === "string" ? [] : [to]));
  const longest = new Map<State, Longest>();
  for (const group of components([...reached], targets).toReversed()) {
    const [first] = group;
    if (first === undefined) continue;
    const inGroup = new Set(group);
    const isRound = group.length > 1 || targets(first).includes(first);
    const open = eachOnce(group.flatMap((state) => longest.get(state)?.open ?? []));
    if (isRound) for (const state of group) longest.set(state, { ms: Number.POSITIVE_INFINITY, open });
    for (const state of group) {
      for (const way of state.ways) {
        if (typeof way.to === "string" || inGroup.has(way.to)) continue;
        longest.set(way.to, longestOf([longest.get(way.to) ?? nothing, behind(longest.get(state), state, way, facts)]));
      }
    }
  }
  return longest;
}

const nothing: Longest = { ms: 0, open: [] };

function behind(before: Longest = nothing, state: State, way: Way, facts: DurationFacts): Longest {
  const here = silentDuration(state.instruction, facts, typeof way.to === "string" ? way.index : undefined);
  return { ms: before.ms + here.ms, open: eachOnce([...before.open, ...here.open]) };
}

function longestOf(all: readonly Longest[]): Longest {
  return { ms: Math.max(...all.map(({ ms }) => ms)), open: eachOnce(all.flatMap(({ open }) => open)) };
}

/** Played, and seen to end there. */
function shortestCall(
  { step, ends, last }: Leaf,
  analysis: Analysis,
  audioSeconds: DurationFacts["audioSeconds"],
): ShortestCall | undefined {
  let shortest: ShortestCall | undefined;
  findCall(analysis, {
    states: last,
    accept(point) {
      if (point.who !== undefined) return undefined;
      const call = trialOf(point);
      const { transcript, seconds, open } = timeTrial(call, analysis.linked, audioSeconds);
      const { steps, events } = transcript;
      const isThere =
        ends === "transferred"
          ? steps.includes(step) && events.some((one) => one.event === "transferred" && one.ok)
          : steps.at(-1) === step;
      if (!isThere) return undefined;
      const keys = call.caller.reduce((sum, one) => sum + (one.does === "press" ? one.keys.length : 0), 0);
      shortest = { call, keys, seconds, open };
      return point;
    },
  });
  return shortest;
}
