import type { CallerScript } from "./caller-script.ts";
import type { Alarm, FetchEffect, FetchReply, ListEntry } from "./effects.ts";
import type { HttpReply, HttpRequest } from "./http.ts";

/** The world around a scripted call: who answers, and how long things last. */
export interface World {
  /** Numbers that do not answer: transfers and calls to them fail. */
  readonly unreachable?: readonly string[];
  /** What the callee of a placed call does; silent when not given. */
  readonly callees?: Readonly<Record<string, CallerScript>>;
  /** What is spoken where nothing says which language it is; English when not given. How long it takes goes by it. */
  readonly language?: string;
  /** Length of an audio file in seconds, by its name. */
  readonly audioSeconds?: Readonly<Record<string, number>>;
  /** How long others are taken to be, in seconds; 3 when not given. */
  readonly otherAudioSeconds?: number;
  /** Texts that come from connections (WaitForMsg), by connection; the first one first. */
  readonly messages?: Readonly<Record<string, readonly string[]>>;
  /** What an alarm panel on the line sends. */
  readonly alarm?: Alarm;
  /** Lists the PBX provides, such as `voicemails`. */
  readonly lists?: Readonly<Record<string, readonly ListEntry[]>>;
  /** Where the recordings of a call can be fetched, by their number in the call. */
  readonly recordingUrl?: (number: number, format: "mp3" | "wav") => string;
  /** Where a call that never ends is cut off; see `callLimits`. */
  readonly maxEvents?: number;
  /** The web servers the PBX can ask; none when not given. `http`: what they ask in turn, for the call on this line. */
  readonly fetch?: (request: FetchEffect, http: (request: HttpRequest) => HttpReply) => FetchReply;
  /** What our server is told when it asks a web server (see `playHttp`); nobody answers when not given. */
  readonly http?: (request: HttpRequest) => HttpReply;
}
