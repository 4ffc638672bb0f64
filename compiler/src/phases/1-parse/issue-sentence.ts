import type { z } from "zod";
import type { FieldMeta } from "../../steps/fields/field.ts";
import { either } from "../../words/lists.ts";
import { type Said, said, type Text, term } from "../../words/said.ts";

type Issue = z.core.$ZodIssue;

/**
 * What the schema library found, in words an author knows: half a sentence that follows the name of the place. Needs
 * issues that tell the input (`reportInput`). Patterns and refinements bring words of their own (flow/schema.ts, steps).
 */
export function issueSentence(issue: Issue, meta: FieldMeta | undefined): Said {
  switch (issue.code) {
    case "invalid_type":
      return needed(nameOfType(issue.expected), issue.input);
    case "invalid_value":
      return needed(eitherOf(issue.values.map(nameOfValue)), issue.input);
    case "invalid_union":
      return needed(alternatives(issue, meta), issue.input);
    case "too_small":
      if (issue.minimum === 1 && issue.origin === "array") return said`the list is empty; add an entry`;
      if (issue.minimum === 1 && issue.origin === "string") return said`this is empty; write something here`;
      return said`at least ${amount(issue.minimum, issue.origin, meta)}`;
    case "too_big":
      return said`at most ${amount(issue.maximum, issue.origin, meta)}`;
    case "unrecognized_keys":
      return issue.keys.map(unknownKeySentence).reduce((before, one) => said`${before}; ${one}`);
    case "invalid_format":
      return term(issue.message);
    case "custom":
      return wordsOf(issue.params) ?? term(issue.message);
    default:
      return said`this is not what belongs here`;
  }
}

export function unknownKeySentence(key: string): Said {
  return said`nothing here is called "${key}"; check its spelling or remove it`;
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

function needed(what: Text, given: unknown): Said {
  if (given === undefined) return said`this is missing; it must be ${what}`;
  if (given === null) return said`nothing stands here; it must be ${what}`;
  return said`this must be ${what}`;
}

function alternatives(issue: z.core.$ZodIssueInvalidUnion, meta: FieldMeta | undefined): Text {
  if (meta?.control === "prompt")
    return said`a text ("say"), an audio file ("play") or several of them ("parts"), and not two of these`;
  const types = issue.errors.flat().flatMap((one) => (one.code === "invalid_type" ? [one.expected] : []));
  return eitherOf([...new Set(types.map(nameOfType))]);
}

const inBraces = said`an object in braces`;

const types: Readonly<Record<string, Said>> = {
  string: said`a text`,
  number: said`a number`,
  int: said`a whole number`,
  boolean: said`true or false`,
  array: said`a list`,
  object: inBraces,
  record: inBraces,
};

function nameOfType(expected: string): Said {
  return types[expected] ?? said`something else`;
}

function nameOfValue(value: z.core.util.Primitive): Text {
  return typeof value === "number" ? said`the number ${value}` : String(value);
}

function eitherOf(names: readonly Text[]): Text {
  return names.length === 0 ? said`something else` : either(names);
}

/** Refinements whose words have values in them bring them beside the English sentence. */
function wordsOf(params: Readonly<Record<string, unknown>> | undefined): Said | undefined {
  return params?.["said"] as Said | undefined;
}

function amount(bound: number | bigint, origin: string, meta: FieldMeta | undefined): Said {
  const number = Number(bound);
  if (origin === "string") return said`${number} characters`;
  if (origin === "array") return said`${number} entries`;
  return meta?.unit === undefined ? said`${number}` : said`${number} ${term(meta.unit)}`;
}
