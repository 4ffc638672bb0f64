import type { TrialCall } from "../proofs/trial-call.ts";
import { simulated } from "../proofs/trial-call.ts";
import type { SimulatedCall } from "../simulate/simulate-program.ts";
import { playExpecting, simulatedCall, type TestedFlow, type TestRun } from "./play-test.ts";
import { randomTrials } from "./random-trials.ts";
import { shrinkTrial } from "./shrink-trial.ts";
import type { FlowTests } from "./test-file.ts";

export type Always = NonNullable<FlowTests["always"]>;

/** What came of calls made by chance. */
export interface AlwaysRun {
  /** Calls that were played, those not counted that made a failing one shorter. */
  readonly calls: number;
  /** Of all calls that kept to it, for coverage. */
  readonly runs: readonly Pick<TestRun, "steps" | "left">[];
  /** The shortest call found that does not keep to what is always to hold. */
  readonly broken?: { readonly trial: TrialCall; readonly run: Omit<TestRun, "name"> };
}

/** Plays calls made by chance until one breaks what is to hold for all of them. The same seed plays the same calls. */
export function tryAlways(flow: TestedFlow, always: Always, calls: number, seed: number): AlwaysRun {
  const given = simulatedCall({ caller: "", ...always.call }, flow.answerer);
  const fixed = (trial: TrialCall) => fixedBy(trial, given, always);
  const play = (trial: TrialCall) => playExpecting(flow, callOf(fixed(trial), given), always.expect);
  const next = randomTrials(flow.linked, given.entry, seed);
  const runs: Pick<TestRun, "steps" | "left">[] = [];
  for (let played = 1; played <= calls; played += 1) {
    const trial = next();
    const run = play(trial);
    const [first] = run.failures;
    if (first === undefined) {
      runs.push(run);
      continue;
    }
    const fails = (one: TrialCall) => play(one).failures.some(({ expectation }) => expectation === first.expectation);
    const shortest = fixed(shrinkTrial(trial, fails));
    return { calls: played, runs, broken: { trial: shortest, run: play(shortest) } };
  }
  return { calls, runs };
}

/** What the author says of the call is no matter of chance. */
function fixedBy(trial: TrialCall, given: SimulatedCall, { call = {} }: Always): TrialCall {
  const { from, to, began, seed, calendars, tables, unreachable, http } = call;
  const facts = { ...trial.facts };
  if (tables !== undefined) facts.tables = { ...facts.tables, ...given.facts?.tables };
  if (from !== undefined) facts.caller = from;
  if (to !== undefined) facts.dialed = to;
  if (began !== undefined) facts.began = given.facts?.began ?? facts.began;
  if (seed !== undefined) facts.seed = seed;
  return {
    ...trial,
    facts: calendars === undefined ? facts : { ...facts, hours: { ...facts.hours, ...given.facts?.hours } },
    unreachable: unreachable ?? trial.unreachable,
    http: http ?? trial.http,
    callees: { ...trial.callees, ...given.world?.callees },
  };
}

function callOf(trial: TrialCall, given: SimulatedCall): SimulatedCall {
  const { world, ...call } = simulated(trial);
  return { ...given, ...call, world: { ...given.world, ...world } };
}
