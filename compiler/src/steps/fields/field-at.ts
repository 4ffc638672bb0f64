import { z } from "zod";
import { type FieldMeta, fieldMeta } from "./field.ts";

export interface FieldAt {
  /** The titles on the way, entries counted from 1: "The caller hears, Text", "Key 2 of the list"; "" for the step itself. */
  readonly place: string;
  /** Undefined when nothing described lies there. */
  readonly meta: FieldMeta | undefined;
}

/** The field that a path into a step's data leads to, as sentences call it. Total: path and schema need not fit. */
export function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): FieldAt {
  let here: z.core.$ZodType | undefined = schema;
  let meta: FieldMeta | undefined;
  let entry = "";
  const names: string[] = [];
  for (const part of path) {
    here = partOf(here, part);
    meta = here === undefined ? undefined : fieldMeta(here as z.ZodType);
    if (typeof part === "number") {
      // What is in the list has names of its own; the list's would only stand in the way.
      names.pop();
      entry = ` ${part + 1} of the list`;
      if (meta === undefined) continue;
    }
    names.push((meta?.title ?? String(part)) + entry);
    entry = "";
  }
  if (entry !== "") names.push(`entry${entry}`);
  return { place: names.join(", "), meta };
}

function partOf(schema: z.core.$ZodType | undefined, part: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return required(schema.element);
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, part) ? required(schema.shape[String(part)]) : undefined;
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((one) => partOf(one, part)).find((one) => one !== undefined);
  }
  return undefined;
}

/** An optional field is described inside of its being optional. */
function required(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
