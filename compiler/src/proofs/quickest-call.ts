import type { Transcript } from "../line/transcript.ts";
import type { Said } from "../words/said.ts";
import type { ProofFacts } from "./claims/claim.ts";
import { silentDuration } from "./durations.ts";
import { findCall } from "./find-call.ts";
import { trialOf } from "./point.ts";
import { spokenLengths } from "./spoken-length.ts";
import { type State, statesOf } from "./states.ts";
import { type TrialCall, timeTrial } from "./trial-call.ts";

/** A call of somebody who knows what they want, and hears every prompt to its end. */
export interface QuickestCall {
  readonly call: TrialCall;
  /** Until they have got there, rounded up: what is promised must be kept. */
  readonly seconds: number;
  /** What is not in the seconds: lengths of sounds that nobody knows. */
  readonly open: readonly Said[];
  /** The last step of the call. */
  readonly step: string;
}

/** When a call that was played has got there; undefined if it has not. */
type ReachedMs = (played: Transcript) => number | undefined;

/** Milliseconds that a length which nobody knows counts for where another way is sought. */
const avoidedMs = 3_600_000;

/**
 * Whether callers get there within so many seconds, and the call that shows it; undefined: no call was found that gets
 * there. `open`: it depends on lengths that nobody knows.
 */
export function quickestCall(
  facts: ProofFacts,
  states: ReadonlySet<State>,
  reachedMs: ReachedMs,
  promised: number,
): (QuickestCall & { readonly is: "kept" | "broken" | "open" }) | undefined {
  const quickest = search(facts, states, reachedMs, 0);
  if (quickest === undefined) return undefined;
  if (quickest.seconds > promised) return { is: "broken", ...quickest };
  const sure = quickest.open.length === 0 ? quickest : search(facts, states, reachedMs, avoidedMs);
  const isKept = sure !== undefined && sure.open.length === 0 && sure.seconds <= promised;
  return isKept ? { is: "kept", ...sure } : { is: "open", ...quickest };
}

/** `openMs`: what a length that nobody knows counts for. */
function search(
  { analysis, audioSeconds }: ProofFacts,
  states: ReadonlySet<State>,
  reachedMs: ReachedMs,
  openMs: number,
): QuickestCall | undefined {
  const { foresight } = statesOf(analysis);
  const durations = { spoken: spokenLengths(analysis, foresight), audioSeconds };
  let found: QuickestCall | undefined;
  findCall(analysis, {
    states,
    costs(cause, at) {
      const { ms, open } = silentDuration(at, durations);
      // Heard to its end, and a second to find the key: as the caller of a simulation does.
      const takenMs = at.op === "ask" && cause !== "silence" ? ms - at.timeoutSeconds * 1000 + 1000 : ms;
      return (at.op === "request" ? 0 : takenMs) + open.length * openMs;
    },
    accept(point) {
      const call = trialOf(point);
      const { transcript, open } = timeTrial(call, analysis.linked, audioSeconds);
      const ms = point.who === undefined ? reachedMs(transcript) : undefined;
      if (ms === undefined) return undefined;
      found = { call, seconds: Math.ceil(ms / 1000), open, step: transcript.steps.at(-1) ?? "" };
      return point;
    },
  });
  return found;
}
