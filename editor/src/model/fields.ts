import { type FieldMeta, fieldMeta } from "@ozflow/compiler";
import { z } from "zod";
import { inOurWords } from "./step-words.ts";

/** One described field of a step's data, as the inspector shows it. */
export interface Field {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly meta: FieldMeta;
  /** Left out of the data when it holds nothing. */
  readonly optional: boolean;
}

/** The described fields of an object schema, in the order of the schema. */
export function fieldsOf(schema: z.ZodType | undefined): readonly Field[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const optional = inner instanceof z.ZodOptional;
    const own = bare(inner);
    const meta = fieldMeta(own) ?? fieldMeta(asType(inner));
    return meta === undefined ? [] : [{ key, schema: own, meta: inOurWords(meta), optional }];
  });
}

/** The alternatives of a field that can be one thing or another. */
export function alternativesOf(schema: z.ZodType): readonly z.ZodType[] {
  return schema instanceof z.ZodUnion ? schema.options.map(asType) : [];
}

export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodArray ? bare(schema.element) : undefined;
}

/** The smallest and largest number a schema takes; undefined where it sets no bound. */
export function boundsOf(schema: z.ZodType): { readonly min?: number; readonly max?: number } {
  if (!(schema instanceof z.ZodNumber)) return {};
  const { minValue: min, maxValue: max } = schema;
  return {
    ...(min === null || !Number.isFinite(min) ? {} : { min }),
    ...(max === null || !Number.isFinite(max) ? {} : { max }),
  };
}

/** How many entries a list may have. */
export function lengthBoundsOf(schema: z.ZodType): { readonly min: number; readonly max: number } {
  // Where zod keeps what `.min()` and `.max()` said, for its own JSON Schema writer.
  const { minimum, maximum } = schema._zod.bag;
  return {
    min: typeof minimum === "number" ? minimum : 0,
    max: typeof maximum === "number" ? maximum : Number.POSITIVE_INFINITY,
  };
}

export function choicesOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function bare(schema: z.core.$ZodType): z.ZodType {
  return asType(schema instanceof z.ZodOptional ? schema.unwrap() : schema);
}

/** zod types what a schema holds by its core class; every schema of the step kinds is made by `z`, which has the methods. */
function asType(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}

export interface NamedVariable {
  readonly name: string;
  readonly type: "text" | "number" | "truth";
}

/** Every variable that the data names in a field made for it. */
export function variablesNamedIn(schema: z.ZodType, data: unknown): readonly NamedVariable[] {
  const meta = fieldMeta(schema);
  if (meta?.control === "variable") {
    return typeof data === "string" && data !== "" ? [{ name: data, type: meta.gives ?? "text" }] : [];
  }
  const element = elementOf(schema);
  if (element !== undefined) {
    return Array.isArray(data) ? data.flatMap((item) => variablesNamedIn(element, item)) : [];
  }
  if (data === null || typeof data !== "object") return [];
  const chosen = alternativesOf(schema).find((one) => one.safeParse(data).success);
  if (chosen !== undefined) return variablesNamedIn(chosen, data);
  return fieldsOf(schema).flatMap((field) => variablesNamedIn(field.schema, Reflect.get(data, field.key)));
}
