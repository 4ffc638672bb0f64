import { type Physics, recommendedPhysics } from "../line/physics.ts";

/**
 * One reading of what the OzML manual leaves open (reference, section 7). The machine runs any of them; what the
 * compiler emits must lead to the same conversation in all of them.
 */
export interface Dialect extends Physics {
  /** What follows a branch (or the reply to ForwardToUrl) that just ends? Questions 3 and 10. */
  readonly afterBranch: "go-on" | "ask-again";
  /** An entry that no Input has, without ForwardToUrl. Question 4. */
  readonly unmatchedEntry: "as-silence" | "ask-again";
  /** Do commands behind a GoTo run, once its reply is done? Question 9. */
  readonly goToReturns: boolean;
  /** Does the reply to RecordCompleted come before the rest of the script, or replace it? Question 11. */
  readonly recordReply: "then-rest" | "instead-of-rest";
}

export const recommendedDialect: Dialect = {
  ...recommendedPhysics,
  afterBranch: "go-on",
  unmatchedEntry: "as-silence",
  goToReturns: false,
  recordReply: "then-rest",
};

/** Every switch with its readings, the recommended one first. Tables, tests and the simulator's choice list come from it. */
export const dialectReadings: { readonly [Key in keyof Dialect]: readonly Dialect[Key][] } = {
  keyStopsPrompt: [true, false],
  partialEntry: ["dropped", "entered"],
  afterBranch: ["go-on", "ask-again"],
  unmatchedEntry: ["as-silence", "ask-again"],
  goToReturns: [false, true],
  recordReply: ["then-rest", "instead-of-rest"],
};

/** Every combination of readings. */
export function allDialects(): readonly Dialect[] {
  return Object.entries(dialectReadings).reduce<readonly Record<string, unknown>[]>(
    (some, [key, readings]) => some.flatMap((one) => readings.map((reading) => ({ ...one, [key]: reading }))),
    [{}],
  ) as unknown as readonly Dialect[];
}
