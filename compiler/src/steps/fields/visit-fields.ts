import { z } from "zod";
import { type FieldMeta, fieldMeta } from "./field.ts";

type Path = readonly (string | number)[];

/**
 * Calls `visit` for every described field of the data, with its value and where it lies. Needs data that the schema has
 * accepted; of a union, the alternative that accepts the data is followed.
 */
export function visitFields(
  schema: z.core.$ZodType,
  data: unknown,
  visit: (meta: FieldMeta, value: unknown, path: Path) => void,
  path: Path = [],
): void {
  const meta = fieldMeta(schema as z.ZodType);
  if (meta !== undefined && data !== undefined) visit(meta, data, path);
  if (schema instanceof z.ZodOptional) {
    if (data !== undefined) visitFields(schema.unwrap(), data, visit, path);
  } else if (schema instanceof z.ZodArray && Array.isArray(data)) {
    for (const [index, item] of data.entries()) visitFields(schema.element, item, visit, [...path, index]);
  } else if (schema instanceof z.ZodRecord && data !== null && typeof data === "object") {
    for (const [key, item] of Object.entries(data)) visitFields(schema.valueType, item, visit, [...path, key]);
  } else if (schema instanceof z.ZodUnion) {
    const chosen = schema.options.find((option) => (option as z.ZodType).safeParse(data).success);
    if (chosen !== undefined) visitFields(chosen, data, visit, path);
  } else if (schema instanceof z.ZodObject && data !== null && typeof data === "object") {
    for (const [key, inner] of Object.entries(schema.shape)) {
      visitFields(inner as z.core.$ZodType, (data as Record<string, unknown>)[key], visit, [...path, key]);
    }
  }
}
