import type { Said } from "../words/said.ts";
import type { HttpReply, HttpRequest } from "./http.ts";
import type { ServiceEffect } from "./services.ts";

/**
 * What can happen on a phone line. The machine (which runs OzML) and the walk (which follows the flow) both speak to a
 * caller only through these effects, so one scripted caller, one clock and one transcript serve both.
 */
export type LineEffect =
  | Sound
  | ListenEffect
  | CallEffect
  | ServiceEffect
  | VisitEffect
  | TellEffect
  | FetchEffect
  | HttpEffect;

/** Which side of a call between two people is meant. */
export type Party = "caller" | "callee" | "all";

/** Whose ears or voice: both are told in third party control only, where a call has two sides. */
interface Side {
  readonly party?: Party;
  /** A call other than the one the script is about. */
  readonly callId?: string;
}

/** Something the caller hears. `stopOnKey`: a key ends it at once (barge-in). */
export type Sound = (
  | ({ readonly effect: "speak"; readonly text: string; readonly language?: string; readonly voice?: string } & Side)
  | ({ readonly effect: "play"; readonly file: string; readonly repeat?: boolean; readonly maxSeconds?: number } & Side)
  | { readonly effect: "beep" }
  | { readonly effect: "pause"; readonly seconds: number }
) & { readonly stopOnKey?: boolean };

export function isSound(effect: LineEffect): effect is Sound {
  return effect.effect === "speak" || effect.effect === "play" || effect.effect === "beep" || effect.effect === "pause";
}

export type ListenEffect =
  /** A question begins: the caller decides what to do about it. */
  | { readonly effect: "question" }
  /** Wait this long for one key, counted from now or from when the question began. No key in `keys`: the time is over. */
  | { readonly effect: "await-key"; readonly seconds: number; readonly from?: "question" }
  | {
      readonly effect: "record";
      readonly maxSeconds?: number;
      readonly silenceSeconds?: number;
      readonly finishKeys: string;
      readonly format: "mp3" | "wav";
      readonly callId?: string;
    }
  /** Wait for a text from a connection; it comes in `text`. */
  | { readonly effect: "await-message"; readonly connection: string; readonly seconds: number }
  /** Listen for what an alarm panel sends; it comes in `alarm`. */
  | { readonly effect: "await-alarm" };

export type CallEffect =
  | { readonly effect: "answer" }
  | { readonly effect: "reject" }
  | { readonly effect: "hang-up" }
  /** `ok` in the reply: the call was taken there and is over for us. */
  | {
      readonly effect: "transfer";
      readonly target: string;
      /** Who makes the transfer, and so leaves. Third party control only, as the rest. */
      readonly transferor?: Party;
      readonly callId?: string;
      readonly afterwards?: Afterwards;
    }
  /** A second call is dialled; this one goes on at once (reference, open question 17) unless it waits. */
  | {
      readonly effect: "place-call";
      readonly number: string;
      readonly callerId?: string;
      readonly callerDisplayName?: string;
      readonly ringSeconds?: number;
      /** What this call waits for before it goes on; `ok` in the reply says whether somebody answered. */
      readonly waitsUntil?: "answered" | "over";
      /** What the callee is led through once they answer. `callId`: what the PBX calls the new call. */
      readonly conversation?: (callId?: string) => Conversation;
      readonly afterwards?: Afterwards;
    }
  /** Something went wrong that the caller only notices by its consequences. */
  | ({ readonly effect: "fault" } & Said);

/** How something ended that went on beside the call. */
export interface Outcome {
  readonly ok: boolean;
  /** The PBX's name for what it was: a call or a message. */
  readonly id?: string;
  readonly seconds?: number;
  readonly reason?: string;
}

/** What the PBX does when it knows the outcome. Holds no call, and nobody waits for it. */
export type Afterwards = (outcome: Outcome) => Conversation;

/** A list of the PBX that a script can go through: its entries are texts, or fields with texts in them. */
export type ListEntry = string | Readonly<Record<string, string>>;

/** What an alarm panel tells: the fields of an Ademco Contact ID message. */
export interface Alarm {
  readonly account: string;
  readonly eventQualifier: string;
  readonly eventCode: string;
  readonly eventName: string;
  readonly partition: string;
  readonly zone: string;
}

/**
 * The call has come to a step; in the machine, to a command: the number of its start tag in the document at this address.
 * Costs no time and is heard by nobody; traces and the canvas follow it.
 */
export interface VisitEffect {
  readonly effect: "visit";
  readonly step: string;
  readonly document?: string;
}

/** The flow says how the call went. Heard by nobody, like a visit; lists of calls show it. */
export interface TellEffect {
  readonly effect: "tell";
  readonly disposition: string;
  readonly note: string;
}

/** The PBX asks a web server, as it does for documents. Costs no time on the line. */
export interface FetchEffect {
  readonly effect: "fetch";
  readonly url: string;
  /** Sent as a form, by POST. */
  readonly form: Readonly<Record<string, string>>;
}

/** What a web server said; status 0 when it could not be reached, with the reason in `body`. */
export interface FetchReply {
  readonly status: number;
  readonly body: string;
}

/** Our server asks a web server for the call. Costs no time on the line; the answer comes in `http`. */
export interface HttpEffect {
  readonly effect: "http-request";
  readonly request: HttpRequest;
}

/** One reply for every effect: what a field means depends on the effect, and the fields that mean nothing are empty. */
export interface Reply {
  /** Keys pressed meanwhile, in order. */
  readonly keys: string;
  /** It succeeded: the transfer, the call, the message. */
  readonly ok: boolean;
  /** Where the recording can be fetched. */
  readonly url: string;
  /** How long the recording is. */
  readonly seconds?: number;
  /** Answer to a `fetch`. */
  readonly response?: FetchReply;
  /** Answer to `http-request`. */
  readonly http?: HttpReply;
  /** Answer to `await-message`; absent: none came. */
  readonly text?: string;
  /** Answer to `await-alarm`; absent: none came. */
  readonly alarm?: Alarm;
  /** Answer to `read-list`; absent: the PBX has no such list. */
  readonly entries?: readonly ListEntry[];
}

export const emptyReply: Reply = { keys: "", ok: false, url: "" };

/**
 * A conversation asks for effects and is told what came of them. When the call ends (hang-up by either side, a transfer,
 * a limit) whoever drives it closes the generator: code after the last `yield` does not run.
 */
export type Conversation<Result = void> = Generator<LineEffect, Result, Reply>;
