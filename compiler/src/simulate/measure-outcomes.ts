import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Outcome, outcomesOf } from "../proofs/outcomes.ts";
import { simulated } from "../proofs/trial-call.ts";
import type { Answerer } from "../runtime/answer.ts";
import { simulateProgram } from "./simulate-program.ts";

/** What it costs callers to get somewhere. */
export interface MeasuredOutcome extends Outcome {
  /** Requests of the PBX in the shortest call: the pauses that are heard. */
  readonly callbacks?: number;
}

/** `audioSeconds`: length of audio files by the name the flow has for them. */
export function measureOutcomes(
  analysis: Analysis,
  answerer: Answerer,
  audioSeconds: Readonly<Record<string, number>> = {},
): readonly MeasuredOutcome[] {
  return outcomesOf(analysis, audioSeconds).map((one) =>
    one.shortest === undefined
      ? one
      : { ...one, callbacks: simulateProgram(answerer, simulated(one.shortest.call)).callbacks.length },
  );
}
