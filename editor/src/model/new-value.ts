import { fieldMeta, type Variable } from "@ozflow/compiler";
import { z } from "zod";
import { alternativesOf, boundsOf, choicesOf, fieldsOf } from "./fields.ts";

/** What a new value may be chosen by. */
export interface Surroundings {
  /** The entries the list has already; the new one should differ from them. */
  readonly siblings: readonly unknown[];
  readonly variables: readonly Variable[];
}

const phoneKeys = "1234567890*#";

/** A first value for a field or a new entry of a list: accepted by the schema where that is possible, unlike its siblings. */
export function newValue(schema: z.ZodType, around: Surroundings): unknown {
  if (schema instanceof z.ZodObject) {
    const required = fieldsOf(schema).filter((field) => !field.optional);
    return Object.fromEntries(
      required.map((field) => {
        const siblings = around.siblings.map((one) => (isRecord(one) ? one[field.key] : undefined));
        return [field.key, newValue(field.schema, { ...around, siblings })];
      }),
    );
  }
  const [first] = alternativesOf(schema);
  if (first !== undefined) return newValue(first, around);
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodNumber) return boundsOf(schema).min ?? 0;
  if (schema instanceof z.ZodBoolean) return false;
  const choices = choicesOf(schema);
  return choices.find((one) => !around.siblings.includes(one)) ?? choices[0] ?? newText(schema, around);
}

function newText(schema: z.ZodType, { siblings, variables }: Surroundings): string {
  const unused = (text: string) => !siblings.includes(text) && schema.safeParse(text).success;
  switch (fieldMeta(schema)?.control) {
    case "variable":
      return variables.map((one) => one.name).find(unused) ?? "";
    case "expression":
      return "true";
    case "their-variable":
      return ["theirs", ...siblings.map((_, index) => `theirs${index + 2}`)].find(unused) ?? "";
    case "digits":
      return [...phoneKeys].find(unused) ?? "";
    default: {
      if (schema.safeParse("").success) return "";
      const numbered = siblings.map((_, index) => `case-${index + 1}`);
      return [...numbered, `case-${siblings.length + 1}`].find(unused) ?? "";
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}
