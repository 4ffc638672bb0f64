/**
 * What can happen on a phone line. The machine (which runs OzML) and the walk (which follows the flow) both speak to a
 * caller only through these effects, so one scripted caller, one clock and one transcript serve both.
 */
export type LineEffect = Sound | ListenEffect | CallEffect | VisitEffect | FetchEffect;

/** Something the caller hears. `stopOnKey`: a key ends it at once (barge-in). */
export type Sound = (
  | { readonly effect: "speak"; readonly text: string; readonly language?: string; readonly voice?: string }
  | { readonly effect: "play"; readonly file: string; readonly repeat?: boolean; readonly maxSeconds?: number }
  | { readonly effect: "pause"; readonly seconds: number }
) & { readonly stopOnKey?: boolean };

export type ListenEffect =
  /** A question begins: the caller decides what to do about it. */
  | { readonly effect: "question" }
  /** Wait this long for one key. No key in `keys`: the time is over. */
  | { readonly effect: "await-key"; readonly seconds: number }
  | {
      readonly effect: "record";
      readonly maxSeconds?: number;
      readonly silenceSeconds?: number;
      readonly finishKeys: string;
      readonly format: "mp3" | "wav";
    };

export type CallEffect =
  | { readonly effect: "answer" }
  | { readonly effect: "reject" }
  | { readonly effect: "hang-up" }
  /** `ok` in the reply: the call was taken there and is over for us. */
  | { readonly effect: "transfer"; readonly target: string }
  /** A second call is dialled; this one goes on at once (reference, open question 17). */
  | {
      readonly effect: "place-call";
      readonly number: string;
      readonly callerId?: string;
      readonly callerDisplayName?: string;
      readonly ringSeconds?: number;
      /** What the callee is led through once they answer. */
      readonly conversation?: () => Conversation;
    }
  | { readonly effect: "send-sms"; readonly recipient: string; readonly text: string; readonly sender?: string }
  /** Something went wrong that the caller only notices by its consequences. */
  | { readonly effect: "fault"; readonly message: string };

/** The call has come to a step. Costs no time and is heard by nobody; traces and the canvas follow it. */
export interface VisitEffect {
  readonly effect: "visit";
  readonly step: string;
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

/** One reply for every effect: what a field means depends on the effect, and the fields that mean nothing are empty. */
export interface Reply {
  /** Keys pressed meanwhile, in order. */
  readonly keys: string;
  /** The transfer succeeded. */
  readonly ok: boolean;
  /** Where the recording can be fetched. */
  readonly url: string;
  /** Answer to a `fetch`. */
  readonly response?: FetchReply;
}

export const emptyReply: Reply = { keys: "", ok: false, url: "" };

/**
 * A conversation asks for effects and is told what came of them. When the call ends (hang-up by either side, a transfer,
 * a limit) whoever drives it closes the generator: code after the last `yield` does not run.
 */
export type Conversation<Result = void> = Generator<LineEffect, Result, Reply>;
