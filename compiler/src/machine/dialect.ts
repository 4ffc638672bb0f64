import type { Physics } from "../line/physics.ts";
import { type Switches, switches } from "./open-questions.ts";

/**
 * One reading of what the OzML manual leaves open (reference, section 7). The machine runs any of them; what the
 * compiler emits must lead to the same conversation in all of them. A switch that is absent has its recommended reading.
 */
export interface Dialect extends Physics {
  /** What follows a branch (or the reply to ForwardToUrl) that just ends? Questions 3 and 10. */
  readonly afterBranch?: "go-on" | "ask-again";
  /** An entry that no Input has, without ForwardToUrl. Question 4. */
  readonly unmatchedEntry?: "as-silence" | "ask-again";
  /** Seconds a UserInput without Timeout waits. Question 7. */
  readonly missingTimeoutSeconds?: 0 | 10;
  /** Which bound of an entry counts when Digits and MinDigits or MaxDigits are both given. Question 8. */
  readonly digitBounds?: "min-max" | "digits";
  /** Do commands behind a GoTo run, once its reply is done? Question 9. */
  readonly goToReturns?: boolean;
  /** Does the reply to RecordCompleted come before the rest of the script, or replace it? Question 11. */
  readonly recordReply?: "then-rest" | "instead-of-rest";
  /** What follows when no OzML can be had from GoTo, ForwardToUrl or FinishedUrl. Question 12. */
  readonly failedRequest?: "hang-up" | "go-on";
  /** What becomes of a $name that nobody has set. Question 15. */
  readonly unknownVariable?: "kept" | "empty";
  /** Are Var and Array still known behind a GoTo? Question 16. */
  readonly variablesAfterGoTo?: "kept" | "lost";
  /** Does a script wait for the end of a call it places? Question 17. */
  readonly placedCall?: "at-once" | "waited-for";
  /** What a Reject does that is not the first command. Question 18. */
  readonly lateReject?: "ignored" | "hangs-up";
  /** What Exit leaves. Question 20. */
  readonly exitLeaves?: "script" | "question";
  /** What follows a BlindTransfer that fails inside an Input. Question 23. */
  readonly failedTransfer?: "next-command" | "leaves-question";
  /** A Record with neither Duration, Inactivity nor FinishDigits. Question 24. */
  readonly endlessRecording?: "until-hang-up" | "nothing";
}

/** Every switch with its readings, the recommended one first. Tables, tests and the simulator's choice list come from it. */
export const dialectReadings = Object.fromEntries(
  Object.entries(switches).map(([key, { readings }]) => [key, readings.map(({ value }) => value)]),
  // `fromEntries` forgets which readings belong to which key.
) as unknown as { readonly [Key in keyof Switches]: readonly NonNullable<Dialect[Key]>[] };

export const recommendedDialect = Object.fromEntries(
  Object.entries(dialectReadings).map(([key, readings]) => [key, readings[0]]),
  // The same.
) as unknown as Required<Dialect>;

/** Every combination of readings, one after the other: there are many, so nobody makes them all at once. */
export function* allDialects(): Generator<Required<Dialect>> {
  yield* combinations(Object.entries(dialectReadings), {});
}

function* combinations(
  rest: readonly (readonly [string, readonly unknown[]])[],
  chosen: Readonly<Record<string, unknown>>,
): Generator<Required<Dialect>> {
  const [first, ...others] = rest;
  if (first === undefined) {
    // Every switch has been given one of its readings.
    yield chosen as unknown as Required<Dialect>;
    return;
  }
  const [key, readings] = first;
  for (const reading of readings) yield* combinations(others, { ...chosen, [key]: reading });
}
