import type { z } from "zod";
import type { FieldMeta } from "../../steps/fields/field.ts";

type Issue = z.core.$ZodIssue;

/**
 * What the schema library found, in words an author knows: half a sentence that follows the name of the place. Needs
 * issues that tell the input (`reportInput`). Patterns and refinements bring words of their own (flow/schema.ts, steps).
 */
export function issueSentence(issue: Issue, meta: FieldMeta | undefined): string {
  switch (issue.code) {
    case "invalid_type":
      return needed(nameOfType(issue.expected), issue.input);
    case "invalid_value":
      return needed(either(issue.values.map(nameOfValue)), issue.input);
    case "invalid_union":
      return needed(alternatives(issue, meta), issue.input);
    case "too_small":
      if (issue.minimum === 1 && issue.origin === "array") return "the list is empty; add an entry";
      if (issue.minimum === 1 && issue.origin === "string") return "this is empty; write something here";
      return `at least ${amount(issue.minimum, issue.origin, meta)}`;
    case "too_big":
      return `at most ${amount(issue.maximum, issue.origin, meta)}`;
    case "unrecognized_keys":
      return issue.keys.map(unknownKeySentence).join("; ");
    case "invalid_format":
    case "custom":
      return issue.message;
    default:
      return "this is not what belongs here";
  }
}

export function unknownKeySentence(key: string): string {
  return `nothing here is called "${key}"; check its spelling or remove it`;
}

/**
 * Where one of several shapes is asked for: the faults inside of the shape that was clearly meant, because everything
 * it asks for is there and nothing else. Otherwise the issue itself.
 */
export function innermostIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((faults) =>
    faults.every((one) => one.path.length > 0 && one.code !== "unrecognized_keys" && one.input !== undefined),
  );
  return meant?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function needed(what: string, given: unknown): string {
  if (given === undefined) return `this is missing; it must be ${what}`;
  if (given === null) return `nothing stands here; it must be ${what}`;
  return `this must be ${what}`;
}

function alternatives(issue: z.core.$ZodIssueInvalidUnion, meta: FieldMeta | undefined): string {
  if (meta?.control === "prompt")
    return 'a text ("say"), an audio file ("play") or several of them ("parts"), and not two of these';
  const types = issue.errors.flat().flatMap((one) => (one.code === "invalid_type" ? [nameOfType(one.expected)] : []));
  return either([...new Set(types)]);
}

const types: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object in braces",
  record: "an object in braces",
};

function nameOfType(expected: string): string {
  return types[expected] ?? "something else";
}

function nameOfValue(value: z.core.util.Primitive): string {
  return typeof value === "number" ? `the number ${value}` : String(value);
}

function either(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "something else") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function amount(bound: number | bigint, origin: string, meta: FieldMeta | undefined): string {
  const unit = origin === "string" ? "characters" : origin === "array" ? "entries" : meta?.unit;
  const number = bound.toLocaleString("en-US");
  return unit === undefined ? number : `${number} ${unit}`;
}
