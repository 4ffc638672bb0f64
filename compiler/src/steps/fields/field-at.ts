import { z } from "zod";
import { row } from "../../words/lists.ts";
import { said, type Text, term } from "../../words/said.ts";
import { type FieldMeta, fieldMeta } from "./field.ts";

export interface FieldAt {
  /** The titles on the way, entries counted from 1: "The caller hears, Text", "Key 2 of the list"; "" for the step itself. */
  readonly place: Text;
  /** Undefined when nothing described lies there. */
  readonly meta: FieldMeta | undefined;
}

/** The field that a path into a step's data leads to, as sentences call it. Total: path and schema need not fit. */
export function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): FieldAt {
  let here: z.core.$ZodType | undefined = schema;
  let meta: FieldMeta | undefined;
  let entry: number | undefined;
  const names: Text[] = [];
  for (const part of path) {
    const isEntry: boolean = here instanceof z.ZodRecord;
    here = partOf(here, part);
    meta = here === undefined ? undefined : fieldMeta(here as z.ZodType);
    if (typeof part === "number") {
      // What is in the list has names of its own; the list's would only stand in the way.
      names.pop();
      entry = part + 1;
      if (meta === undefined) continue;
    }
    // So do entries of a record: "es-ES" says what "Other languages" would.
    if (isEntry) names.pop();
    const name = isEntry || meta === undefined ? String(part) : term(meta.title);
    names.push(entry === undefined ? name : said`${name} ${entry} of the list`);
    entry = undefined;
  }
  if (entry !== undefined) names.push(said`entry ${entry} of the list`);
  return { place: row(names), meta };
}

function partOf(schema: z.core.$ZodType | undefined, part: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return required(schema.element);
  if (schema instanceof z.ZodRecord) return required(schema.valueType);
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
