import type { Said } from "../words/said.ts";
import type { Alarm, Party } from "./effects.ts";
import type { HttpHeader, HttpMethod } from "./http.ts";
import type { ServiceEvent } from "./services.ts";
import { tellEvent } from "./tell-event.ts";

/** One thing that happened on a call, `atMs` milliseconds after it began. */
export type TranscriptEvent = { readonly atMs: number } & (
  | { readonly event: "answered" }
  | { readonly event: "rejected" }
  | {
      readonly event: "heard";
      readonly text: string;
      readonly language?: string;
      readonly voice?: string;
      readonly party?: Party;
      readonly callId?: string;
      readonly cutShort?: true;
    }
  | {
      readonly event: "played";
      readonly file: string;
      readonly party?: Party;
      readonly callId?: string;
      readonly cutShort?: true;
    }
  | { readonly event: "beeped"; readonly cutShort?: true }
  | { readonly event: "paused"; readonly seconds: number; readonly cutShort?: true }
  | { readonly event: "pressed"; readonly keys: string }
  | { readonly event: "said-nothing"; readonly seconds: number }
  | { readonly event: "recorded"; readonly seconds: number; readonly url: string; readonly callId?: string }
  /** No `text`: none came within the time. */
  | { readonly event: "awaited-message"; readonly connection: string; readonly text?: string }
  /** No `alarm`: none came. */
  | { readonly event: "awaited-alarm"; readonly alarm?: Alarm }
  | {
      readonly event: "transferred";
      readonly target: string;
      readonly ok: boolean;
      readonly transferor?: Party;
      readonly callId?: string;
      readonly afterwards?: Transcript;
    }
  | {
      readonly event: "placed-call";
      readonly number: string;
      readonly callerId?: string;
      readonly callerDisplayName?: string;
      readonly answered: boolean;
      /** What the callee went through. */
      readonly callee?: Transcript;
      readonly afterwards?: Transcript;
    }
  /** No `status`: nobody answered, for the reason in `fault`. */
  | {
      readonly event: "http-request";
      readonly method: HttpMethod;
      readonly url: string;
      readonly headers: readonly HttpHeader[];
      readonly body?: string;
      readonly status?: number;
      readonly fault?: string;
    }
  /** `afterwards`: what came of it later, beside the call. */
  | (ServiceEvent & { readonly afterwards?: Transcript })
  | { readonly event: "hung-up"; readonly by: "flow" | "caller" | "limit" }
  | ({ readonly event: "fault" } & Said)
);

export interface Transcript {
  readonly events: readonly TranscriptEvent[];
  /** Steps in the order the call came to them. */
  readonly steps: readonly string[];
  /** What the flow said of the call, in order. */
  readonly told: readonly { readonly disposition: string; readonly note: string }[];
  readonly durationMs: number;
  /** How many times the caller was asked for something: keys or a recording. */
  readonly questions: number;
}

/** The transcript as a person reads it: one line an event, minutes and seconds in front. */
export function printTranscript(transcript: Transcript, indent = ""): string {
  return joinKeys(transcript.events)
    .map((one) => `${indent}${clock(one.atMs)}  ${describe(one, indent)}`)
    .join("\n");
}

/** Keys pressed one after the other are one line. */
export function joinKeys(events: readonly TranscriptEvent[]): readonly TranscriptEvent[] {
  const joined: TranscriptEvent[] = [];
  for (const one of events) {
    const last = joined.at(-1);
    if (one.event === "pressed" && last?.event === "pressed")
      joined[joined.length - 1] = { ...last, keys: last.keys + one.keys };
    else joined.push(one);
  }
  return joined;
}

function clock(ms: number): string {
  const tenths = Math.round(ms / 100);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return `${String(Math.floor(tenths / 600)).padStart(2, "0")}:${rest}`;
}

/** One event as a sentence, and what followed from it beside the call in lines of its own. */
export function describe(one: TranscriptEvent, indent = ""): string {
  const deeper = [
    ...(one.event === "placed-call" && one.callee !== undefined ? [one.callee] : []),
    ...("afterwards" in one && one.afterwards !== undefined ? [one.afterwards] : []),
  ];
  return [tellEvent(one).message, ...deeper.map((transcript) => printTranscript(transcript, `${indent}    `))].join(
    "\n",
  );
}
