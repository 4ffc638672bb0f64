import type { Disposition } from "../expressions/disposition.ts";
import type { PbxValues } from "../expressions/pbx-names.ts";
import type { Value } from "../flow/flow.ts";
import type { HttpKeep } from "../http/reply.ts";
import type { HttpTemplate } from "../http/template.ts";
import type { Afterwards, Conversation, LineEffect, Outcome, Party, Reply } from "../line/effects.ts";
import type { HoursState } from "../resources/hours.ts";
import type { Context, EntryKind } from "./definition.ts";
import type { Translated } from "./fields/translations.ts";

/** Which side of which call is meant, in third party control. Texts may hold {placeholders}. */
export interface CallSide {
  readonly party?: Party;
  readonly callId?: string;
}

/**
 * What a step's `simulate` may do with a call: the meaning of a step, said without OzML. The walk implements it; the
 * compiled documents must lead to the same conversation. Texts may hold {placeholders}.
 */
export interface Call {
  readonly context: Context;
  answer(): Conversation;
  /** The caller hears this language from here on, if it is one of the flow's (flow/languages.ts). False: it is none. */
  speakIn(language: string): boolean;
  prompt(
    prompt: Translated,
    options?: CallSide & { readonly repeat?: boolean; readonly maxSeconds?: number },
  ): Conversation;
  pause(seconds: number): Conversation;
  /** Plays the prompt and listens: the keys pressed, or undefined for none or too few. */
  ask(
    prompt: Translated,
    question: { timeoutSeconds: number; minDigits: number; maxDigits: number },
  ): Conversation<string | undefined>;
  /** Where the recording lies. */
  record(options: {
    maxSeconds?: number;
    silenceSeconds?: number;
    finishKeys: string;
    format: "mp3" | "wav";
    callId?: string;
  }): Conversation<string>;
  /** True: the call has gone to the target and this conversation is over. */
  transfer(target: string, who?: { readonly transferor?: Party; readonly callId?: string }): Conversation<boolean>;
  /** Dials a second call that begins at the port; this call goes on at once. True: somebody answered. */
  placeCall(options: {
    number: string;
    callerId?: string;
    callerDisplayName?: string;
    ringSeconds?: number;
    conversationPort?: string;
    /** Goes on when it is known whether somebody answers. */
    waits?: true;
  }): Conversation<boolean>;
  hangUp(): Conversation;
  reject(): Conversation;
  /** Lets something happen that the PBX does alone. Its texts have been read, by `text` and `spoken`. */
  do(effect: LineEffect): Conversation<Reply>;
  /**
   * What an effect needs to tell an entry of this flow later what came of it: the entry begins with the values of now.
   * Nothing when the flow has no such entry. Names of parameters in lower case.
   */
  report(
    entry: EntryKind,
    parameters: (outcome: Outcome) => Readonly<Record<string, string>>,
  ): { readonly afterwards?: Afterwards };
  /** A text as it stands in an attribute, placeholders read. */
  text(source: string): string;
  /** A text as it is said or sent: runs of white space are one blank. */
  spoken(source: string): string;
  /** `key` with the text, or nothing when it is empty. */
  optional<Key extends string>(key: Key, source: string | undefined): { readonly [K in Key]?: string };
  /** Goes through what lies inside, with values for the names that the port gives. True: it came back. */
  inside(port: string, values: PbxValues): Conversation<boolean>;
  /** Runs OzML of the author's own. True: the call goes on behind it. */
  runOzml(ozml: string): Conversation<boolean>;
  /** Has our server ask a web server. The status of the answer, or undefined when it counts as a failure. */
  request(template: HttpTemplate, keep: HttpKeep): Conversation<number | undefined>;
  /** Notes how the call went. The note may hold {placeholders}. */
  tell(disposition: Disposition): Conversation;
  /** Goes on with what another web server answers; this flow is over. */
  goTo(url: string): Conversation;
  /** What the notification that began this said; undefined when it did not. */
  parameter(name: string): string | undefined;
  /** The value of an expression; `fallback` when it cannot be worked out. */
  evaluate(expression: string, fallback: Value): Value;
  /** What a calendar said when the call began. */
  hours(calendar: string): HoursState;
  /**
   * The row of a table as it was when the call began: what stands in a column. Undefined: none has this key, or there
   * is nothing to look for.
   */
  lookup(table: string, key: string): ((column: string) => string | undefined) | undefined;
  /** Chance: from 0 up to 1, by the call's seed, the step and how often the call came to it. */
  luck(): number;
  assign(variable: string, value: Value): void;
  /** The same, from a text that came from outside; nothing when it is none of the variable's type. */
  assignText(variable: string, text: string | undefined): void;
  value(variable: string): Value;
  /** What whoever started the call gave for the variable; undefined when nothing, or nothing of its type. */
  given(variable: string): Value | undefined;
}
