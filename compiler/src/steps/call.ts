import type { Value } from "../flow/flow.ts";
import type { Conversation } from "../line/effects.ts";
import type { Prompt } from "./fields/prompt.ts";

/**
 * What a step's `simulate` may do with a call: the meaning of a step, said without OzML. The walk implements it; the
 * compiled documents must lead to the same conversation. Texts may hold {placeholders}.
 */
export interface Call {
  answer(): Conversation;
  prompt(prompt: Prompt): Conversation;
  pause(seconds: number): Conversation;
  /** Plays the prompt and listens: the keys pressed, or undefined for none or too few. */
  ask(
    prompt: Prompt,
    question: { timeoutSeconds: number; minDigits: number; maxDigits: number },
  ): Conversation<string | undefined>;
  /** Where the recording lies. */
  record(options: {
    maxSeconds?: number;
    silenceSeconds?: number;
    finishKeys: string;
    format: "mp3" | "wav";
  }): Conversation<string>;
  /** True: the call has gone to the target and this conversation is over. */
  transfer(target: string): Conversation<boolean>;
  /** Dials a second call that begins at the port; this call goes on at once. */
  placeCall(options: {
    number: string;
    callerId?: string;
    callerDisplayName?: string;
    ringSeconds?: number;
    conversationPort?: string;
  }): Conversation;
  sendSms(options: { recipient: string; text: string; sender?: string }): Conversation;
  hangUp(): Conversation;
  reject(): Conversation;
  /** The value of an expression; `fallback` when it cannot be worked out. */
  evaluate(expression: string, fallback: Value): Value;
  assign(variable: string, value: Value): void;
  value(variable: string): Value;
  /** What whoever started the call gave for the variable; undefined when nothing, or nothing of its type. */
  given(variable: string): Value | undefined;
}
