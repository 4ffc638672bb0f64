import { Environment } from "@marcbachmann/cel-js";
import type { Value, Values, Variable } from "../flow/flow.ts";
import type { HoursState } from "../resources/hours.ts";
import type { LookupTable } from "../resources/table.ts";
import { type Said, said } from "../words/said.ts";
import { maxListElements, workFault } from "./bounded-work.ts";
import { faultSentence, typeName } from "./fault-sentence.ts";
import { withLanguages } from "./language-meant.ts";
import { luck } from "./luck.ts";
import { occursIn, ownMatches, withOwnMatches } from "./patterns.ts";
import { readable } from "./placeholders.ts";
import { withTables } from "./table-lookup.ts";

/** What an expression may read: the flow's variables, and what is known of the call itself. */
export interface Scope {
  readonly values: Values;
  readonly call: CallFacts;
}

/** What is known of a call from its beginning on. It never changes while the call lasts. */
export interface CallFacts {
  /** Told by the PBX; "" when it did not say (reference, open question 13). */
  readonly caller: string;
  /** Like `caller`. */
  readonly dialed: string;
  /** When the first document was asked for, as an ISO 8601 instant. Expressions read it as a point in time. */
  readonly began: string;
  /** What chance is made of: the same seed decides the same way each time it is asked. No author can read it. */
  readonly seed: string;
  /** What the calendars said when it began, by their ids. One that says nothing counts as open. */
  readonly hours?: Readonly<Record<string, HoursState>>;
  /** The tables as they were when it began, by their ids. In one that is not there nothing is found. */
  readonly tables?: Readonly<Record<string, LookupTable>>;
}

/** A call nobody has said anything about. It begins on a Monday morning, so that trying it out gives the same each time. */
export const noCallFacts: CallFacts = { caller: "", dialed: "", began: "2026-01-05T09:00:00.000Z", seed: "1" };

/** What expressions may ask a call for: `call.caller`. */
export const callFactNames = ["caller", "dialed", "began"] as const;

export type ValueType = Variable["type"];

/** `fault`: half a sentence without a full stop, in words an author knows. */
export type Checked = { readonly type: ValueType } | { readonly fault: Said };

/** The expressions of one flow: type-checked against its variables, each parsed once. */
export interface Expressions {
  check(source: string): Checked;
  /** Throws {@link ExpressionError} on what types cannot foresee, such as `double("abc")`. */
  evaluate(source: string, scope: Scope): Value;
  /** Like `evaluate`, as words: `2` and not `2.0`, `true`, the text itself. */
  read(source: string, scope: Scope): string;
}

export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

const celType = { text: "string", number: "double", truth: "bool" } as const;

/**
 * Variables that only compiled programs write: what the caller last keyed in, and where the last recording lies.
 * A leading underscore cannot be typed by an author (flow/schema.ts).
 */
export const entryVariable = "_entry";
export const recordingVariable = "_recording";

/** What a step remembers for itself, beside the flow's variables: how often a call came by. Ids hold no underscore. */
export function ownVariable(step: string, name: string): string {
  // Steps of a flow that is called have a tilde in their ids (phases/1-parse/call-flows.ts); ids hold no capitals.
  return `_${name}_${step.replaceAll("-", "_").replaceAll("~", "_S_")}`;
}

/** Nobody but its step cares for it. */
export function isOwnVariable(name: string): boolean {
  return name.startsWith("_");
}

/** Chance at a step, from 0 up to 1, as an expression of compiled programs. `pass`: how often the call came to it. */
export function luckAt(step: string, pass: string): string {
  return `_luck(_seed, ${JSON.stringify(step)}, ${pass})`;
}

/** What a calendar said when the call began, as an expression of compiled programs; it fails where nothing is known. */
export function hoursOf(calendar: string): string {
  return `_hours[${JSON.stringify(calendar)}]`;
}

/** One subject per flow: keep it and ask it often, it remembers what it parsed. */
export function createExpressions(variables: readonly Pick<Variable, "name" | "type">[]): Expressions {
  const authored = declare(base.clone(), variables);
  const environment = declare(
    withLanguages(withTables(base.clone(), variables))
      .registerVariable(entryVariable, "string")
      .registerVariable(recordingVariable, "string")
      .registerVariable("_seed", "string")
      .registerVariable("_hours", "map<string, string>")
      .registerFunction("_luck(string, string, double): double", luck)
      .registerFunction(`string.${ownMatches}(string): bool`, matches),
    variables,
  );
  const parsed = new Map<string, ReturnType<Environment["parse"]>>();

  function evaluate(source: string, scope: Scope): Value {
    try {
      let run = parsed.get(source);
      if (run === undefined) {
        run = environment.parse(source);
        // Also of a flow that is only proven or tried and was never fit to be published.
        const fault = workFault(run.ast);
        if (fault !== undefined) throw new ExpressionError(fault.message);
        const own = withOwnMatches(run.ast);
        if (own !== undefined) run = environment.parse(own);
        parsed.set(source, run);
      }
      return toValue(run(new Readable(scope)));
    } catch (error) {
      const fault = error instanceof ExpressionError ? error.message : faultSentence(error, source).message;
      throw new ExpressionError(`"${source}" cannot be worked out: ${fault}`);
    }
  }

  return {
    check(source) {
      const result = authored.check(source);
      if (!result.valid) return { fault: faultSentence(result.error, source) };
      const fault = workFault(authored.parse(source).ast);
      if (fault !== undefined) return { fault };
      const type = valueTypes[String(result.type)];
      if (type !== undefined) return { type };
      const sentence = said`it gives ${typeName(String(result.type))}, which no variable can hold`;
      if (String(result.type) !== pointInTime) return { fault: sentence };
      return { fault: said`${sentence}; take a part of it, as in call.began.getHours()` };
    },
    evaluate,
    read: (source, scope) => readable(String(evaluate(source, scope))),
  };
}

const valueTypes: Readonly<Record<string, ValueType>> = {
  string: "text",
  double: "number",
  int: "number",
  uint: "number",
  bool: "truth",
};

const pointInTime = "google.protobuf.Timestamp";

/** What an expression may name, looked up where it lies: copying all of it costs more than working an expression out. */
class Readable extends Map<string, unknown> {
  private readonly scope: Scope;

  constructor(scope: Scope) {
    super();
    this.scope = scope;
  }

  override get(name: string): unknown {
    const { values, call } = this.scope;
    if (name === "call") return readableFacts(call);
    return Object.hasOwn(values, name) ? values[name] : ownFacts[name]?.(call);
  }
}

/** What only compiled programs ask for. Nothing has been keyed in or recorded when a call begins. */
const ownFacts: Readonly<Record<string, (call: CallFacts) => unknown>> = {
  [entryVariable]: () => "",
  [recordingVariable]: () => "",
  _seed: ({ seed }) => seed,
  _hours: ({ hours }) => hours ?? {},
  _tables: ({ tables }) => tables ?? {},
};

function readableFacts({ caller, dialed, began }: CallFacts): Record<(typeof callFactNames)[number], unknown> {
  return { caller, dialed, began: new Date(began) };
}

/** CEL keeps whole and broken numbers apart and refuses to mix them; people do not, so every mixed operator is declared. */
const base = new Environment({ limits: { maxAstNodes: 2000, maxDepth: 100, maxListElements } }).registerVariable(
  "call",
  {
    schema: { caller: "string", dialed: "string", began: pointInTime },
  },
);

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};
for (const [operator, apply] of Object.entries(arithmetic)) {
  const mixed = (a: number | bigint, b: number | bigint) => apply(Number(a), Number(b));
  base.registerOperator(`double ${operator} int`, mixed);
  base.registerOperator(`int ${operator} double`, mixed);
  if (operator === "%") base.registerOperator("double % double", mixed);
}
base.registerOperator("double == int", (a: number, b: bigint) => a === Number(b));

function matches(text: string, pattern: string): boolean {
  try {
    return occursIn(text, pattern);
  } catch {
    throw new ExpressionError("the pattern to match cannot be read");
  }
}

function declare(environment: Environment, variables: readonly Pick<Variable, "name" | "type">[]): Environment {
  for (const { name, type } of variables) environment.registerVariable(name, celType[type]);
  return environment;
}

/** Characters: more than any answer of a web server holds, few enough for a text that a flow doubles again and again. */
const maxText = 300_000;

function toValue(result: unknown): Value {
  if (typeof result === "string" && result.length > maxText) throw new ExpressionError("the text becomes too long");
  if (typeof result === "bigint") return Number(result);
  if (typeof result === "number" && !Number.isFinite(result)) throw new ExpressionError("the result is no number");
  if (typeof result === "string" || typeof result === "number" || typeof result === "boolean") return result;
  return String(result);
}
