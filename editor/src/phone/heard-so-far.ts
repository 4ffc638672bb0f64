import type { Moment, Played, PlayedCallback, TranscriptEvent } from "@ozflow/compiler";

/** What can be seen of a call when it has been heard up to a moment. Times are milliseconds since it began. */

export function eventsUntil({ transcript }: Played, nowMs: number): readonly TranscriptEvent[] {
  return transcript.events.filter(({ atMs }) => atMs <= nowMs);
}

/** A request of the PBX with its time. */
export interface Asked {
  readonly atMs: number;
  readonly callback: PlayedCallback;
}

export function askedUntil({ moments, callbacks }: Played, nowMs: number): readonly Asked[] {
  return moments.flatMap((one) => {
    const callback = one.what === "asked" && one.atMs <= nowMs ? callbacks[one.callback] : undefined;
    return callback === undefined ? [] : [{ atMs: one.atMs, callback }];
  });
}

/** Where the call is: in which document, at which start tag, and the step it stands for. */
export interface Place {
  readonly callback: PlayedCallback;
  readonly tag: number | undefined;
  readonly step: string | undefined;
}

export function placeAt({ moments, callbacks }: Played, nowMs: number): Place | undefined {
  const at = moments.findLastIndex(({ what, atMs }) => atMs <= nowMs && (what === "came-to" || what === "asked"));
  const moment = moments[at];
  if (moment === undefined || !("callback" in moment)) return undefined;
  const callback = callbacks[moment.callback];
  if (callback === undefined) return undefined;
  const tag = moment.what === "came-to" ? moment.tag : undefined;
  return { callback, tag, step: lastStep(moments.slice(0, at + 1), callbacks) };
}

/** Elements of the document itself stand for no step: the call is still at the one before. */
function lastStep(moments: readonly Moment[], callbacks: readonly PlayedCallback[]): string | undefined {
  for (const one of moments.toReversed()) {
    if (!("callback" in one)) continue;
    const { tags = [], path = [] } = callbacks[one.callback] ?? {};
    const step = one.what === "came-to" ? tags[one.tag]?.step : path.at(-1);
    if (step !== undefined && step !== "") return step;
  }
  return undefined;
}

type SoundMoment = Extract<Moment, { what: "sound" }>;

/** What is being heard. */
export function soundAt({ moments }: Played, nowMs: number): SoundMoment | undefined {
  const found = moments.findLast(({ what, atMs }) => what === "sound" && atMs <= nowMs);
  return found?.what === "sound" && nowMs < found.untilMs ? found : undefined;
}

/** What the flow does about the caller: waits for a key (also while it speaks), records them, or neither. */
export function attentionAt({ moments }: Played, nowMs: number): "keys" | "voice" | undefined {
  for (const one of moments) {
    if (!("untilMs" in one) || one.atMs > nowMs || nowMs >= one.untilMs) continue;
    if (one.what === "recording") return "voice";
    if (one.what === "listening" || (one.what === "sound" && one.sound.stopOnKey === true)) return "keys";
  }
  return undefined;
}

/** When the next thing begins or ends. */
export function nextChange({ transcript, moments }: Played, nowMs: number): number {
  let next = transcript.durationMs;
  const look = (ms: number) => {
    if (ms > nowMs && ms < next) next = ms;
  };
  for (const { atMs } of transcript.events) look(atMs);
  for (const one of moments) if ("untilMs" in one) look(one.untilMs);
  return Math.max(next, nowMs);
}

/** When it will be noticed that the caller says nothing. Undefined: it never will. */
export function silenceNoticed({ transcript }: Played, nowMs: number): number | undefined {
  return transcript.events.find(({ event, atMs }) => event === "said-nothing" && atMs > nowMs)?.atMs;
}
