import { z } from "zod";
import type { Translated } from "./translations.ts";

type Path = readonly (string | number)[];

export interface PromptAt {
  readonly prompt: Translated;
  /** Where it lies in the step's data; nowhere, when it is the data. */
  readonly path: Path;
}

/** Everything in a step's data that can be said in several languages. Needs data that the schema has accepted. */
export function promptsIn(schema: z.core.$ZodType, data: unknown, path: Path = []): readonly PromptAt[] {
  if (data === null || typeof data !== "object") return [];
  if (schema instanceof z.ZodOptional) return promptsIn(schema.unwrap(), data, path);
  if (schema instanceof z.ZodArray && Array.isArray(data)) {
    return data.flatMap((item, index) => promptsIn(schema.element, item, [...path, index]));
  }
  if (schema instanceof z.ZodUnion) {
    const chosen = schema.options.find((option) => (option as z.ZodType).safeParse(data).success);
    return chosen === undefined ? [] : promptsIn(chosen, data, path);
  }
  if (!(schema instanceof z.ZodObject)) return [];
  // Whatever can have translations has the fields of a prompt.
  if (Object.hasOwn(schema.shape, "translations")) return [{ prompt: data as Translated, path }];
  return Object.entries(schema.shape).flatMap(([key, inner]) =>
    promptsIn(inner as z.core.$ZodType, Reflect.get(data, key), [...path, key]),
  );
}
