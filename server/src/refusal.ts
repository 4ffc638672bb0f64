/** Why a request of the editor is not done: a code for programs, a sentence for people. The routes give it a status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
