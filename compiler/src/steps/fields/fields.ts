import { z } from "zod";
import type { ValueType } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { type FieldMeta, field } from "./field.ts";

type Described = Partial<FieldMeta> & { readonly title: string };

/** Words with {placeholders}. 4,000 characters: about four minutes of speech, more than anybody listens to. */
export function template(meta: Described) {
  return field(z.string().max(4000), { control: "template", ...meta });
}

/** A number to dial: digits, or the `name@host` addresses of the newer generation; {placeholders} allowed. */
export function phone(meta: Described) {
  return field(z.string().max(200), { control: "phone", ...meta });
}

/** Seconds, whole. The upper bound is ours; the OzML manual gives none. */
export function seconds(meta: Described, min: number, max: number) {
  return field(z.int().min(min).max(max), { control: "duration", unit: "s", ...meta });
}

export function whole(meta: Described, min: number, max: number) {
  return field(z.int().min(min).max(max), { control: "number", ...meta });
}

export function line(meta: Described) {
  return field(z.string().max(200), { control: "line", ...meta });
}

export function expression(meta: Described & { readonly gives?: ValueType }) {
  return field(z.string().min(1).max(2000), { control: "expression", ...meta });
}

/** The name of one of the flow's variables. */
export function variable(meta: Described & { readonly gives?: ValueType }) {
  return field(z.string().min(1).max(64), { control: "variable", ...meta });
}

export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  meta: Described & { readonly labels: readonly string[] },
) {
  return field(z.enum(values), { control: "choice", ...meta });
}

/** The author's own name for a way out. At most 41 characters, so that a label can be made of it. */
export function wayOut(meta: Partial<FieldMeta> = {}) {
  const name = z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,40}$/,
      said`write lower-case letters, digits and hyphens, a letter first, at most 41 in all`.message,
    );
  return field(name, { title: "Way out", control: "line", literal: true, ...meta });
}

/** A key of a telephone. */
export function key(meta: Described) {
  return field(z.string().regex(/^[0-9*#]$/, said`write one key, 0 to 9, * or #`.message), {
    control: "digits",
    ...meta,
  });
}
