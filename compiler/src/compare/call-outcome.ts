import { endingOf, transferOf } from "../flow-tests/ending.ts";
import { heardIn } from "../flow-tests/unmet.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { playTrial, type TrialCall } from "../proofs/trial-call.ts";
import { type Said, said } from "../words/said.ts";

/** What came of a call. */
export interface CallOutcome {
  /** The same for calls that end in the same way at the same place, in every version of a flow. */
  readonly key: string;
  /** Half a sentence that a caller follows: `reach "Billing desk" (201)`. */
  readonly sentence: Said;
  /** To the tenth. */
  readonly seconds: number;
  readonly heard: readonly string[];
}

export function outcomeOf(trial: TrialCall, linked: LinkedFlow): CallOutcome {
  const transcript = playTrial(trial, linked);
  const [seconds, heard] = [Math.round(transcript.durationMs / 100) / 10, heardIn(transcript)];
  // A step without a way out is the end that all calls have in common: what came before it tells them apart.
  const last = transcript.steps.findLast((id) => (linked.steps.get(id)?.ports.length ?? 0) > 0) ?? "";
  const name = `"${nameOf(linked.steps.get(last)?.step ?? { id: last, label: "" })}"`;
  const ending = endingOf(transcript);
  const target = transferOf(transcript);
  if (ending === "transferred") {
    return { key: `transferred ${target}`, sentence: said`reach ${name} (${target ?? ""})`, seconds, heard };
  }
  if (ending === "cut-off") return { key: ending, sentence: said`never get to an end`, seconds, heard };
  if (ending === "rejected") return { key: ending, sentence: said`are rejected`, seconds, heard };
  return { key: `${ending} ${last}`, sentence: said`are let go at ${name}`, seconds, heard };
}
