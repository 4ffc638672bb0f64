import type { Values } from "../flow/flow.ts";
import { TimedCaller, type TimedDeeds } from "../line/caller.ts";
import { type Conversation, isSound, type LineEffect, type Reply, type Sound } from "../line/effects.ts";
import { ScriptedLine } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { Answerer } from "../runtime/answer.ts";
import type { Tag } from "../runtime/program.ts";
import { holdsCallOfOurs } from "./bring-call.ts";
import { type CallToProgram, type SimulatedCallback, serveProgram } from "./serve-program.ts";

/** A call of somebody at a dial pad: all they have done so far. */
export interface PlayedCall extends CallToProgram {
  readonly deeds: TimedDeeds;
}

/** One request of the PBX and what it was answered. */
export interface PlayedCallback {
  readonly document: string;
  readonly notification: string;
  readonly xml: string;
  /** Where each start tag of `xml` comes from, in order. */
  readonly tags: readonly Tag[];
  /** Steps the call came through to be answered. */
  readonly path: readonly string[];
  /** What our server knew of the call when it had answered. */
  readonly values: Values;
}

/** Something that is seen of a call beside its transcript. Times are milliseconds since the call began. */
export type Moment = { readonly atMs: number } /** The PBX asked us; the number of the callback. */ & (
  | { readonly what: "asked"; readonly callback: number }
  /** It came to this start tag of that callback's document. */
  | { readonly what: "came-to"; readonly callback: number; readonly tag: number }
  | { readonly what: "sound"; readonly sound: Sound; readonly untilMs: number }
  /** It waits for a key, or for the end of a recording. */
  | { readonly what: "listening" | "recording"; readonly untilMs: number }
);

export interface Played {
  readonly transcript: Transcript;
  readonly moments: readonly Moment[];
  readonly callbacks: readonly PlayedCallback[];
}

/**
 * The whole call as it goes when the caller does nothing more. What is done later than `t` changes nothing that happens
 * up to `t`: a clock may run along the transcript, and each new deed only makes another rest.
 */
export function playCall(answerer: Answerer, call: PlayedCall): Played {
  const { conversation, world, callbacks } = serveProgram(answerer, call);
  const line = new ScriptedLine(new TimedCaller(call.deeds), world);
  const moments: Moment[] = [];
  const see = (effect: LineEffect, atMs: number, untilMs: number) => {
    const moment = momentOf(effect, callbacks, atMs, untilMs);
    if (moment !== undefined) moments.push(moment);
  };
  const watched = watch(conversation, () => line.transcript.durationMs, see);
  const transcript = holdsCallOfOurs(call.entry) ? line.run(watched) : line.follow(watched);
  return { transcript, moments, callbacks: callbacks.map(shown) };
}

/** The conversation itself; `see` is told of each effect when it is over. */
function* watch(
  conversation: Conversation,
  now: () => number,
  see: (effect: LineEffect, atMs: number, untilMs: number) => void,
): Conversation {
  try {
    let next = conversation.next();
    while (!next.done) {
      const effect = next.value;
      const atMs = now();
      let reply: Reply;
      try {
        reply = yield effect;
      } finally {
        see(effect, atMs, now());
      }
      next = conversation.next(reply);
    }
  } finally {
    conversation.return();
  }
}

function momentOf(
  effect: LineEffect,
  callbacks: readonly SimulatedCallback[],
  atMs: number,
  untilMs: number,
): Moment | undefined {
  if (isSound(effect)) return { atMs, what: "sound", sound: effect, untilMs };
  switch (effect.effect) {
    case "fetch": {
      const callback = callbacks.findLastIndex(({ url }) => url === effect.url);
      return callback < 0 ? undefined : { atMs, what: "asked", callback };
    }
    case "visit": {
      const callback = callbacks.findLastIndex(({ url }) => url === effect.document);
      return callback < 0 ? undefined : { atMs, what: "came-to", callback, tag: Number(effect.step) };
    }
    case "await-key":
      return { atMs, what: "listening", untilMs };
    case "record":
      return { atMs, what: "recording", untilMs };
    default:
      return undefined;
  }
}

function shown({ document, notification, answer }: SimulatedCallback): PlayedCallback {
  const { xml, tags, path, session } = answer;
  return { document, notification, xml, tags, path, values: session.values };
}
