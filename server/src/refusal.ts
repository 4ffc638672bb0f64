import type { Said, Words } from "@ozflow/compiler";

/** Why a request of the editor is not done: a code for programs, a sentence for people. The routes give it a status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  /** What the sentence is made of. */
  readonly words: Words;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, { message, words }: Said, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.words = words;
    this.details = details;
  }
}
