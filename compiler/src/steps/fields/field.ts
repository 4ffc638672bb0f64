import { z } from "zod";
import type { ValueType } from "../../expressions/expressions.ts";

/**
 * How a field is edited and checked, beside its schema. The inspector picks the control; the checks of the compiler
 * follow the same word: every `template` is searched for placeholders, every `expression` is type-checked.
 */
export interface FieldMeta {
  readonly title: string;
  readonly help?: string;
  readonly control:
    | "line"
    | "template"
    | "audio-file"
    | "prompt"
    | "translations"
    | "language"
    | "phone"
    | "digits"
    | "number"
    | "duration"
    | "toggle"
    | "choice"
    | "expression"
    | "variable"
    | "calendar"
    | "flow"
    | "their-variable"
    | "table"
    | "column"
    | "json"
    | "list";
  /** Shown behind the number. */
  readonly unit?: string;
  readonly placeholder?: string;
  /** For `expression`: the type it must give. For `variable`: the type it must have. */
  readonly gives?: ValueType;
  /** For `column`: the field of the step that holds the table. */
  readonly of?: string;
  /** Names of the choices of a `choice`, in the order of its values. */
  readonly labels?: readonly string[];
  /** What else may be written here. A `name` is shown to people or known to the phone system, and never dialled. */
  readonly holds?: "e-mail" | "name";
  /** Only people read it: braces and dollars mean nothing in it. */
  readonly literal?: true;
  /** Only our server reads it, never the PBX: a dollar means nothing in it. */
  readonly ours?: true;
  /** Read out to callers. */
  readonly spoken?: true;
  /** Shown while other fields of the same object hold one of these. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** Folded away under "More" until it holds something. */
  readonly advanced?: boolean;
}

/** Puts the description on a schema; it stays data, so the published JSON Schema carries it too. */
export function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  fieldMetas.add(schema, meta);
  return schema;
}

export const fieldMetas = z.registry<FieldMeta>();

export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  return fieldMetas.get(schema);
}
