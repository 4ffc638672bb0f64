import type { Foresight, Knowledge } from "../expressions/foresee.ts";
import type { Values } from "../flow/flow.ts";
import { commandsInside, fateOf } from "../instructions/fate.ts";
import type { Ask, Command, Instruction, Label } from "../instructions/instruction.ts";

/** How a call ends; `over`: it goes on without us. `unknown`: an author's own OzML may end it. */
export type Ending = "hung-up" | "transferred" | "handed-over" | "rejected" | "over" | "unknown";

/**
 * Why a call goes this way and no other. The caller and the world around (who answers, what a web server says) may do
 * whatever they like; `unknown` is decided by values that are not known, so that it may never come true.
 */
export type Cause = "flow" | "key" | "entry" | "silence" | "recording" | "world" | "unknown";

/** A way a call can go from an instruction: on to a label, or to its end. */
export interface Move {
  readonly cause: Cause;
  readonly to: Label | Ending;
  readonly ends: boolean;
  readonly values: Values;
  /** Which of the keys, cases or statuses; of a `Do`, which of its commands ends the call. */
  readonly index?: number;
}

/** Every way on from an instruction that the knowledge allows: at least all those that a call can go. */
export function movesFrom(one: Instruction, known: Knowledge, foresight: Foresight): readonly Move[] {
  const { values } = known;
  const on = (cause: Cause, to: Label, index?: number): Move => ({
    cause,
    to,
    ends: false,
    values,
    ...(index === undefined ? {} : { index }),
  });
  const end = (cause: Cause, to: Ending, index = 0): Move => ({ cause, to, ends: true, values, index });
  switch (one.op) {
    case "do":
      return along(one.commands, end, on(isMoved(one.commands) ? "world" : "flow", one.next));
    case "end":
      return along(one.commands, end, end("flow", "over"));
    case "ask":
      return [
        ...one.keys.flatMap(({ key, to }, index) => (isPossible(key, one) ? [on("key", to, index)] : [])),
        on("silence", one.silent),
        ...(hasOtherEntries(one) ? [on("entry", one.other)] : []),
      ];
    case "await":
      return [on("recording", one.to)];
    case "tell":
      return [on("flow", one.next)];
    case "receive":
      return [{ ...on("flow", one.next), values: without(values, [one.into]) }];
    case "assign": {
      const value = foresight.foresee(one.expression, known);
      if (value === "fails") return [on("flow", one.next)];
      const after = value === undefined ? without(values, [one.variable]) : { ...values, [one.variable]: value.value };
      return [{ ...on("flow", one.next), values: after }];
    }
    case "choose":
      return casesOf(one, known, foresight);
    case "request": {
      const kept = [...one.keep.fields.map((field) => field.variable), ...(one.keep.statusIn ?? "").split(" ")];
      const told = without(values, kept);
      const ways = one.ways.map((way, index) => ({ ...on("world", way.to, index), values: told }));
      return [...ways, { ...on("world", one.failed, one.ways.length), values: told }];
    }
    case "enclose": {
      const fates = new Set(commandsInside(one).map(fateOf));
      const mayEnd = fates.has("hangs-up") || fates.has("unknown") || fates.has("hands-over");
      return [
        ...(fates.has("may-transfer") ? [end("unknown", "transferred")] : []),
        ...(mayEnd ? [end("unknown", "hung-up")] : []),
        on(mayEnd || fates.has("may-transfer") ? "unknown" : "flow", one.next),
      ];
    }
  }
}

/** Commands one after the other: where each may end the call, and where it goes on when none does. */
function along(
  commands: readonly Command[],
  end: (cause: Cause, to: Ending, index?: number) => Move,
  after: Move,
): readonly Move[] {
  const moves: Move[] = [];
  let isKnown = true;
  for (const [index, command] of commands.entries()) {
    const certain = (cause: Cause): Cause => (isKnown ? cause : "unknown");
    switch (fateOf(command)) {
      case "goes-on":
        break;
      case "may-transfer":
        moves.push(end(certain("world"), "transferred", index));
        break;
      case "unknown":
        isKnown = false;
        moves.push(end("unknown", "unknown", index));
        break;
      case "hangs-up":
        return [...moves, end(certain("flow"), "hung-up", index)];
      case "rejects":
        return [...moves, end(certain("flow"), "rejected", index)];
      case "hands-over":
        return [...moves, end(certain("flow"), "handed-over", index)];
    }
  }
  return [...moves, isKnown ? after : { ...after, cause: "unknown" }];
}

function isMoved(commands: readonly Command[]): boolean {
  return commands.some((command) => fateOf(command) === "may-transfer");
}

function isPossible(key: string, { minDigits, maxDigits }: Ask): boolean {
  return key.length >= minDigits && key.length <= maxDigits;
}

/** Twelve keys on a telephone: with all of them offered, one key cannot be another one. */
function hasOtherEntries(one: Ask): boolean {
  const offered = new Set(one.keys.map(({ key }) => key).filter((key) => key.length === 1));
  return one.maxDigits > 1 || offered.size < 12;
}

function casesOf(one: Extract<Instruction, { op: "choose" }>, known: Knowledge, foresight: Foresight): readonly Move[] {
  const moves: Move[] = [];
  let { values } = known;
  for (const [index, { when, to }] of one.cases.entries()) {
    const foreseen = foresight.foresee(when, { ...known, values });
    const isTrue = typeof foreseen === "object" && foreseen.value === true;
    if (foreseen !== undefined && !isTrue) continue;
    const cause = isTrue && moves.length === 0 ? "flow" : "unknown";
    moves.push({
      cause,
      to,
      ends: false,
      values: isTrue ? values : { ...values, ...foresight.implied(when, true) },
      index,
    });
    if (isTrue) return moves;
    values = { ...values, ...foresight.implied(when, false) };
  }
  const index = one.cases.length;
  return [...moves, { cause: moves.length === 0 ? "flow" : "unknown", to: one.otherwise, ends: false, values, index }];
}

function without(values: Values, names: readonly string[]): Values {
  if (!names.some((name) => Object.hasOwn(values, name))) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
