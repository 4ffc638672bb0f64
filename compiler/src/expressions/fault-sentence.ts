import { Environment, EvaluationError, ParseError, TypeError as TypeFault } from "@marcbachmann/cel-js";
import { all } from "../words/lists.ts";
import { type Said, said } from "../words/said.ts";

/**
 * What is wrong with an expression, in words an author knows. Half a sentence, without a full stop: "there is no
 * variable "pin"". What the expression language says in words that are not in the tables below stands in parentheses.
 */
export function faultSentence(error: unknown, source: string): Said {
  if (!(error instanceof ParseError || error instanceof TypeFault || error instanceof EvaluationError)) {
    return unknownFault(error instanceof Error ? error.message : String(error));
  }
  if (source.trim() === "") return said`it is empty`;
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
type Sentence = (summary: string, place: Place) => Said | undefined;

const sentences: Readonly<Record<string, Sentence>> = {
  unknown_variable: (_, { at }) => said`there is no variable "${at}"; declare it, or put it in quotes if it is a text`,
  no_such_key: (summary, { before }) => unknownPart(summary.replace("No such key: ", ""), before),
  no_such_overload: operatorFault,
  no_matching_overload: functionFault,
  invalid_logical_operand: (summary) =>
    said`&& (and) and || (or) need true or false on both sides, not ${quotedType(summary)}`,
  invalid_condition_type: (summary) => said`true or false must stand before the ?, not ${quotedType(summary)}`,
  incompatible_ternary_branches: (summary) => mixed(said`both sides of the : must be of the same type`, summary),
  heterogeneous_list_element: (summary) => mixed(said`all entries of a list must be of the same type`, summary),
  cannot_index_type: (summary) => said`${quotedType(summary)} has no parts that could be taken with . or [ ]`,
  invalid_index_type: () => said`what stands in [ ] does not name a part of it`,
  invalid_comprehension_range: (summary) => said`${quotedType(summary)} has no entries to go through`,
  unexpected_token: (_, place) => misplaced(place),
  unexpected_character: (_, place) => misplaced(place),
  expected_token: (summary, place) => missing(/Expected (\w+)/.exec(summary)?.[1] ?? "", place),
  unterminated_string: () => said`a text in it is never closed by a quote`,
  unterminated_triple_quoted_string: () => said`a text in it is never closed by three quotes`,
  newline_in_string: () => said`a text in quotes must stay on one line`,
  reserved_identifier: (_, { at }) => said`"${at}" is a word of the language itself and no variable`,
  invalid_number: (_, { at }) => said`"${at}" is not how a number is written`,
  limit_exceeded: () => said`it is too long or has too many parentheses; divide it among several steps`,
  double_conversion_error: () => said`the text is no number`,
  int_conversion_error: () => said`it is no whole number`,
  uint_conversion_error: () => said`it is no whole number`,
  bool_conversion_error: () => said`the text is neither true nor false`,
  numeric_overflow: () => said`the number becomes too large`,
  division_by_zero: () => said`nothing can be divided by 0`,
  modulo_by_zero: () => said`nothing can be divided by 0`,
  invalid_regular_expression: () => said`the pattern to match cannot be read`,
};

/** What an operator does not do with a and b. */
const refusals: Readonly<Record<string, (a: Said, b: Said) => Said>> = {
  "+": (a, b) =>
    a.message === b.message
      ? said`${a} and ${b} cannot be added`
      : said`${a} and ${b} cannot be added; string(…) makes a text, double(…) a number`,
  "-": (a, b) => said`${b} cannot be taken away from ${a}`,
  "*": (a, b) => said`${a} cannot be multiplied by ${b}`,
  "/": (a, b) => said`${a} cannot be divided by ${b}`,
  "%": (a, b) => said`${a} divided by ${b} has no remainder`,
  in: (a, b) => said`${a} cannot be in ${b}`,
};

function operatorFault(summary: string): Said | undefined {
  const operands = summary.replace("no such overload: ", "");
  const [, sign, only] = /^([!-])(\S+)$/.exec(operands) ?? [];
  if (sign !== undefined && only !== undefined) {
    return sign === "!"
      ? said`! (not) stands before true or false, not before ${typeName(only)}`
      : said`${typeName(only)} cannot be negative`;
  }
  const [, left, operator = "", right] = /^(.+) (\S+) (.+)$/.exec(operands) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const refuse = refusals[operator];
  if (refuse !== undefined) return refuse(typeName(left), typeName(right));
  const point = [left, right].includes(pointInTime) && [left, right].includes("string");
  const sentence = said`${typeName(left)} cannot be compared with ${typeName(right)}`;
  return point ? said`${sentence}; write timestamp("2026-12-24T00:00:00Z") for a point in time` : sentence;
}

const functions = new Environment().getDefinitions().functions;

function functionFault(summary: string): Said | undefined {
  const [, receiver, name, list = ""] = /'(?:(.+)\.)?(\w+)\((.*)\)'$/.exec(summary) ?? [];
  if (name === undefined) return undefined;
  const known = functions.filter((one) => one.name === name);
  if (known.length === 0) return said`there is no function "${name}"`;
  if (receiver === undefined && known.every((one) => one.receiverType !== null)) {
    return writtenBehind(name);
  }
  const given = list === "" ? said`nothing` : all(list.split(", ").map(typeName));
  return receiver === undefined
    ? said`${name}(…) cannot be used with ${given}`
    : said`${name}(…) cannot be used with ${given} behind ${typeName(receiver)}`;
}

function unknownPart(key: string, before: string): Said {
  return before.endsWith("call.")
    ? said`nothing like "${key}" is known of a call; call.caller, call.dialed and call.began are`
    : said`it has no part "${key}"`;
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

function misplaced({ before, at, after }: Place): Said {
  if (at === "") return said`something is missing at its end`;
  const word = /\w+(?=\s*$)/.exec(before)?.[0] ?? "";
  const written = [before.slice(-1) + at, at + after.slice(0, 1), at, word].find((one) =>
    Object.hasOwn(meant, one.toLowerCase()),
  );
  if (written !== undefined) return said`write ${meant[written.toLowerCase()] ?? ""} instead of ${written}`;
  if (functions.some((one) => one.name === at)) return writtenBehind(at);
  return said`${at === '"' ? said`a quote` : `"${at}"`} does not belong where it stands`;
}

function missing(token: string, place: Place): Said {
  if (token === "RPAREN") return said`a parenthesis is never closed`;
  if (token === "RBRACKET") return said`a bracket is never closed`;
  if (token !== "COLON") return misplaced(place);
  return place.before.includes("?")
    ? said`after the ? and a value, a : and another value are missing`
    : said`braces stand around expressions in texts only, not here`;
}

function writtenBehind(name: string): Said {
  return said`${name} is written behind what it is asked of, as in name.${name}(…)`;
}

function mixed(sentence: Said, summary: string): Said {
  const [a = anotherKind, b = anotherKind] = quotedTypes(summary);
  return a.message === b.message
    ? said`${sentence}; write whole numbers with .0, as in 1.0`
    : said`${sentence}, not ${a} and ${b}`;
}

function quotedType(summary: string): Said {
  return quotedTypes(summary)[0] ?? anotherKind;
}

function quotedTypes(summary: string): readonly Said[] {
  return [...summary.matchAll(/'([^']*)'/g)].map((match) => typeName(match[1] ?? ""));
}

const pointInTime = "google.protobuf.Timestamp";

const aNumber = said`a number`;
const anotherKind = said`a value of another kind`;

const names: Readonly<Record<string, Said>> = {
  string: said`a text`,
  double: aNumber,
  int: aNumber,
  uint: aNumber,
  bool: said`true or false`,
  null: said`nothing`,
  null_type: said`nothing`,
  list: said`a list`,
  $call: said`the call itself`,
  [pointInTime]: said`a point in time`,
  "google.protobuf.Duration": said`a length of time`,
};

/** A type of the expression language, for an author. */
export function typeName(type: string): Said {
  const inner = /^dyn<(.+)>$/.exec(type)?.[1] ?? type;
  return names[inner.replace(/<.*$/, "")] ?? anotherKind;
}

function unknownFault(words: string): Said {
  return said`the expression language refuses it (${(words.split("\n", 1)[0] ?? "").replace(/\.$/, "")})`;
}
