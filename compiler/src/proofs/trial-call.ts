import { type CallFacts, noCallFacts } from "../expressions/expressions.ts";
import type { CallerScript } from "../line/caller-script.ts";
import { type HttpMock, playHttp } from "../line/http.ts";
import { callLimits } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { World } from "../line/world.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { simulateFlow } from "../simulate/simulate-flow.ts";
import type { SimulatedCall } from "../simulate/simulate-program.ts";
import type { EntryKind } from "../steps/definition.ts";
import type { Said } from "../words/said.ts";
import { eachOnce, lengthOfSound } from "./durations.ts";

/** As `ozflow run` has it when it is told nothing. */
export const usualCall: CallFacts = { ...noCallFacts, caller: "100", dialed: "8000" };

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

/** It goes like this on every day, whoever answers: only what the caller does decides. */
export function takesNoChance({ facts, unreachable, http, callees }: TrialCall): boolean {
  return facts === usualCall && unreachable.length + http.length + Object.keys(callees).length === 0;
}

/** What happens on the call, by what the flow means, as far as is needed to see whether it ends. */
export function playTrial(
  trial: TrialCall,
  linked: LinkedFlow,
  sounds: Pick<World, "audioSeconds" | "otherAudioSeconds"> = {},
): Transcript {
  const { world, ...call } = simulated(trial);
  return simulateFlow(linked, { ...call, world: { ...world, ...sounds, maxEvents } });
}

/** A call as it is played when each sound whose length nobody knows takes no time. */
export interface TimedTrial {
  readonly transcript: Transcript;
  readonly seconds: number;
  /** What is not in the seconds: the lengths of those sounds that are heard in it. */
  readonly open: readonly Said[];
}

export function timeTrial(
  trial: TrialCall,
  linked: LinkedFlow,
  audioSeconds: NonNullable<World["audioSeconds"]>,
): TimedTrial {
  const transcript = playTrial(trial, linked, { audioSeconds, otherAudioSeconds: 0 });
  const unknown = transcript.events.flatMap((one) =>
    one.event === "played" && audioSeconds[one.file] === undefined ? [lengthOfSound(one.file)] : [],
  );
  const open = eachOnce(unknown);
  return { transcript, seconds: Math.round(transcript.durationMs / 1000), open };
}

/** Steps that the call comes to, each once, in the order it first does. */
export function stepsOfTrial(trial: TrialCall, linked: LinkedFlow): readonly string[] {
  return [...new Set(playTrial(trial, linked).steps)];
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
