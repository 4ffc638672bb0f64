/** One thing that happened on a call, `atMs` milliseconds after it began. */
export type TranscriptEvent = { readonly atMs: number } & (
  | { readonly event: "answered" }
  | { readonly event: "rejected" }
  | {
      readonly event: "heard";
      readonly text: string;
      readonly language?: string;
      readonly voice?: string;
      readonly cutShort?: true;
    }
  | { readonly event: "played"; readonly file: string; readonly cutShort?: true }
  | { readonly event: "paused"; readonly seconds: number; readonly cutShort?: true }
  | { readonly event: "pressed"; readonly keys: string }
  | { readonly event: "said-nothing"; readonly seconds: number }
  | { readonly event: "recorded"; readonly seconds: number; readonly url: string }
  | { readonly event: "transferred"; readonly target: string; readonly ok: boolean }
  | {
      readonly event: "placed-call";
      readonly number: string;
      readonly callerId?: string;
      readonly callerDisplayName?: string;
      readonly answered: boolean;
      /** What the callee went through. */
      readonly callee?: Transcript;
    }
  | { readonly event: "sent-sms"; readonly recipient: string; readonly text: string; readonly sender?: string }
  | { readonly event: "hung-up"; readonly by: "flow" | "caller" | "limit" }
  | { readonly event: "fault"; readonly message: string }
);

export interface Transcript {
  readonly events: readonly TranscriptEvent[];
  /** Steps in the order the call came to them. */
  readonly steps: readonly string[];
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
function joinKeys(events: readonly TranscriptEvent[]): readonly TranscriptEvent[] {
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
  const seconds = ms / 1000;
  const rest = (seconds % 60).toFixed(1).padStart(4, "0");
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${rest}`;
}

/** One event as a sentence. */
export function describe(one: TranscriptEvent, indent = ""): string {
  const cut = "cutShort" in one && one.cutShort ? " (cut short by a key)" : "";
  switch (one.event) {
    case "answered":
      return "call answered";
    case "rejected":
      return "call rejected";
    case "heard":
      return `hears  "${one.text}"${cut}`;
    case "played":
      return `hears  audio ${one.file}${cut}`;
    case "paused":
      return `waits  ${one.seconds} s${cut}`;
    case "pressed":
      return `keys   ${one.keys}`;
    case "said-nothing":
      return `silent for ${one.seconds} s`;
    case "recorded":
      return `recorded ${one.seconds} s -> ${one.url}`;
    case "transferred":
      return one.ok ? `transferred to ${one.target}` : `transfer to ${one.target} failed`;
    case "placed-call": {
      const from = one.callerId === undefined ? "" : ` (shown as ${one.callerId})`;
      const line = `call placed to ${one.number}${from}: ${one.answered ? "answered" : "not answered"}`;
      return one.callee === undefined ? line : `${line}\n${printTranscript(one.callee, `${indent}    `)}`;
    }
    case "sent-sms":
      return `SMS to ${one.recipient}: "${one.text}"`;
    case "hung-up":
      return { flow: "call ended", caller: "the caller hung up", limit: "call cut off: it would never have ended" }[
        one.by
      ];
    case "fault":
      return `fault  ${one.message}`;
  }
}
