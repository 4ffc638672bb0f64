import type { FieldMeta } from "../../steps/fields/field.ts";
import { visitFields } from "../../steps/fields/visit-fields.ts";
import type { LinkedFlow } from "./link-flow.ts";

/** Ids of the things of one kind that steps name, such as calendars; each once, sorted. */
export function idsNamed({ steps }: LinkedFlow, kind: FieldMeta["control"]): readonly string[] {
  const ids = new Set<string>();
  for (const { definition, data } of steps.values()) {
    visitFields(definition.schema, data, ({ control }, value) => {
      if (control === kind && typeof value === "string" && value !== "") ids.add(value);
    });
  }
  return [...ids].sort();
}
