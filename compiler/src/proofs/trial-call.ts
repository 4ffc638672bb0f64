import type { CallFacts } from "../expressions/expressions.ts";
import type { CallerScript } from "../line/caller-script.ts";
import { type HttpMock, playHttp } from "../line/http.ts";
import { callLimits } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { simulateFlow } from "../simulate/simulate-flow.ts";
import type { SimulatedCall } from "../simulate/simulate-program.ts";
import type { EntryKind } from "../steps/definition.ts";

/** A call that shows something: all that a simulation must be told to play it. Plain JSON. */
export interface TrialCall {
  readonly entry: EntryKind;
  readonly caller: CallerScript;
  readonly facts: CallFacts;
  /** Numbers that do not answer. */
  readonly unreachable: readonly string[];
  /** What web servers answer. */
  readonly http: readonly HttpMock[];
  /** What those do whom the flow calls, by number. */
  readonly callees: Readonly<Record<string, CallerScript>>;
}

export function simulated({ entry, caller, facts, unreachable, http, callees }: TrialCall): SimulatedCall {
  return { entry, caller, facts, world: { unreachable, callees, http: playHttp(http) } };
}

/** What happens on the call, by what the flow means, as far as is needed to see whether it ends. */
export function playTrial(trial: TrialCall, linked: LinkedFlow): Transcript {
  const { world, ...call } = simulated(trial);
  return simulateFlow(linked, { ...call, world: { ...world, maxEvents } });
}

/** A call that has come round to where it was before needs not be followed further. */
const maxEvents = 500;

/** Did a call go on until it was cut off: this one, or one that it placed? */
export function neverEnds({ events, durationMs }: Transcript): boolean {
  if (durationMs >= callLimits.ms) return true;
  return events.some((one) => {
    if (one.event === "hung-up") return one.by === "limit";
    return one.event === "placed-call" && one.callee !== undefined && neverEnds(one.callee);
  });
}
