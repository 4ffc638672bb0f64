import { Environment, EvaluationError, ParseError, TypeError as TypeFault } from "@marcbachmann/cel-js";

/**
 * What is wrong with an expression, in words an author knows. Half a sentence, without a full stop: "there is no
 * variable "pin"". What the expression language says in words that are not in the tables below stands in parentheses.
 */
export function faultSentence(error: unknown, source: string): string {
  if (!(error instanceof ParseError || error instanceof TypeFault || error instanceof EvaluationError)) {
    return unknownFault(error instanceof Error ? error.message : String(error));
  }
  if (source.trim() === "") return "it is empty";
  const { start = 0, end = start } = error.range ?? {};
  const place = { before: source.slice(0, start), at: source.slice(start, end), after: source.slice(end) };
  return sentences[error.code]?.(error.summary, place) ?? unknownFault(error.summary);
}

/** The expression, cut around the part that is faulty. At its end, `at` is empty. */
interface Place {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

/** Undefined: the words are not what this sentence was made for. */
type Sentence = (summary: string, place: Place) => string | undefined;

const sentences: Readonly<Record<string, Sentence>> = {
  unknown_variable: (_, { at }) => `there is no variable "${at}"; declare it, or put it in quotes if it is a text`,
  no_such_key: (summary, { before }) => unknownPart(summary.replace("No such key: ", ""), before),
  no_such_overload: operatorFault,
  no_matching_overload: functionFault,
  invalid_logical_operand: (summary) =>
    `&& (and) and || (or) need true or false on both sides, not ${quotedTypes(summary)[0]}`,
  invalid_condition_type: (summary) => `true or false must stand before the ?, not ${quotedTypes(summary)[0]}`,
  incompatible_ternary_branches: (summary) => `both sides of the : must be of the same type${mixed(summary)}`,
  heterogeneous_list_element: (summary) => `all entries of a list must be of the same type${mixed(summary)}`,
  cannot_index_type: (summary) => `${quotedTypes(summary)[0]} has no parts that could be taken with . or [ ]`,
  invalid_index_type: () => "what stands in [ ] does not name a part of it",
  invalid_comprehension_range: (summary) => `${quotedTypes(summary)[0]} has no entries to go through`,
  unexpected_token: (_, place) => misplaced(place),
  unexpected_character: (_, place) => misplaced(place),
  expected_token: (summary, place) => missing(/Expected (\w+)/.exec(summary)?.[1] ?? "", place),
  unterminated_string: () => "a text in it is never closed by a quote",
  unterminated_triple_quoted_string: () => "a text in it is never closed by three quotes",
  newline_in_string: () => "a text in quotes must stay on one line",
  reserved_identifier: (_, { at }) => `"${at}" is a word of the language itself and no variable`,
  invalid_number: (_, { at }) => `"${at}" is not how a number is written`,
  limit_exceeded: () => "it is too long or has too many parentheses; divide it among several steps",
  double_conversion_error: () => "the text is no number",
  int_conversion_error: () => "it is no whole number",
  uint_conversion_error: () => "it is no whole number",
  bool_conversion_error: () => "the text is neither true nor false",
  numeric_overflow: () => "the number becomes too large",
  division_by_zero: () => "nothing can be divided by 0",
  modulo_by_zero: () => "nothing can be divided by 0",
  invalid_regular_expression: () => "the pattern to match cannot be read",
};

/** What an operator does not do with a and b. */
const refusals: Readonly<Record<string, (a: string, b: string) => string>> = {
  "+": (a, b) => `${a} and ${b} cannot be added${a === b ? "" : "; string(…) makes a text, double(…) a number"}`,
  "-": (a, b) => `${b} cannot be taken away from ${a}`,
  "*": (a, b) => `${a} cannot be multiplied by ${b}`,
  "/": (a, b) => `${a} cannot be divided by ${b}`,
  "%": (a, b) => `${a} divided by ${b} has no remainder`,
  in: (a, b) => `${a} cannot be in ${b}`,
};

function operatorFault(summary: string): string | undefined {
  const operands = summary.replace("no such overload: ", "");
  const [, sign, only] = /^([!-])(\S+)$/.exec(operands) ?? [];
  if (sign !== undefined && only !== undefined) {
    return sign === "!"
      ? `! (not) stands before true or false, not before ${typeName(only)}`
      : `${typeName(only)} cannot be negative`;
  }
  const [, left, operator = "", right] = /^(.+) (\S+) (.+)$/.exec(operands) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const refuse = refusals[operator];
  if (refuse !== undefined) return refuse(typeName(left), typeName(right));
  const point = [left, right].includes(pointInTime) && [left, right].includes("string");
  const remedy = point ? '; write timestamp("2026-12-24T00:00:00Z") for a point in time' : "";
  return `${typeName(left)} cannot be compared with ${typeName(right)}${remedy}`;
}

const functions = new Environment().getDefinitions().functions;

function functionFault(summary: string): string | undefined {
  const [, receiver, name, list = ""] = /'(?:(.+)\.)?(\w+)\((.*)\)'$/.exec(summary) ?? [];
  if (name === undefined) return undefined;
  const known = functions.filter((one) => one.name === name);
  if (known.length === 0) return `there is no function "${name}"`;
  if (receiver === undefined && known.every((one) => one.receiverType !== null)) {
    return writtenBehind(name);
  }
  const given = list === "" ? "nothing" : list.split(", ").map(typeName).join(" and ");
  return `${name}(…) cannot be used with ${given}${receiver === undefined ? "" : ` behind ${typeName(receiver)}`}`;
}

const callFacts = "call.caller, call.dialed and call.began";

function unknownPart(key: string, before: string): string {
  return before.endsWith("call.")
    ? `nothing like "${key}" is known of a call; ${callFacts} are`
    : `it has no part "${key}"`;
}

/** What people write who know another language, and what it is called here. */
const meant: Readonly<Record<string, string>> = {
  "=": "==",
  "=>": ">=",
  "=<": "<=",
  "<>": "!=",
  "&": "&&",
  "|": "||",
  and: "&&",
  or: "||",
  not: "!",
  "“": '"',
  "”": '"',
  "„": '"',
};

function misplaced({ before, at, after }: Place): string {
  if (at === "") return "something is missing at its end";
  const word = /\w+(?=\s*$)/.exec(before)?.[0] ?? "";
  const written = [before.slice(-1) + at, at + after.slice(0, 1), at, word].find((one) =>
    Object.hasOwn(meant, one.toLowerCase()),
  );
  if (written !== undefined) return `write ${meant[written.toLowerCase()]} instead of ${written}`;
  if (functions.some((one) => one.name === at)) return writtenBehind(at);
  return `${at === '"' ? "a quote" : `"${at}"`} does not belong where it stands`;
}

function missing(token: string, place: Place): string {
  if (token === "RPAREN") return "a parenthesis is never closed";
  if (token === "RBRACKET") return "a bracket is never closed";
  if (token !== "COLON") return misplaced(place);
  return place.before.includes("?")
    ? "after the ? and a value, a : and another value are missing"
    : "braces stand around expressions in texts only, not here";
}

function writtenBehind(name: string): string {
  return `${name} is written behind what it is asked of, as in name.${name}(…)`;
}

function mixed(summary: string): string {
  const [a, b] = quotedTypes(summary);
  return a === b ? "; write whole numbers with .0, as in 1.0" : `, not ${a} and ${b}`;
}

function quotedTypes(summary: string): readonly string[] {
  return [...summary.matchAll(/'([^']*)'/g)].map((match) => typeName(match[1] ?? ""));
}

const pointInTime = "google.protobuf.Timestamp";

const names: Readonly<Record<string, string>> = {
  string: "a text",
  double: "a number",
  int: "a number",
  uint: "a number",
  bool: "true or false",
  null: "nothing",
  null_type: "nothing",
  list: "a list",
  $call: "the call itself",
  [pointInTime]: "a point in time",
  "google.protobuf.Duration": "a length of time",
};

/** A type of the expression language, for an author. */
export function typeName(type: string): string {
  const inner = /^dyn<(.+)>$/.exec(type)?.[1] ?? type;
  return names[inner.replace(/<.*$/, "")] ?? "a value of another kind";
}

function unknownFault(words: string): string {
  return `the expression language refuses it (${words.split("\n", 1)[0]?.replace(/\.$/, "")})`;
}
