import { z } from "zod";
import { flowSchema } from "../../flow/index.ts";
import { fieldMetas } from "../../steps/fields/field.ts";
import { stepDefinitions } from "../../steps/registry.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The flow file as JSON Schema (draft 2020-12), for editors and checks elsewhere. Made from the schemas that read the
 * file, so it cannot say anything else; rules between fields (a range, a name used twice) are only in `check`.
 */
export function flowJsonSchema(): JsonSchema {
  const flow: JsonSchema = z.toJSONSchema(flowSchema, { io: "input" });
  const step = flow.properties?.["steps"];
  const any =
    typeof step === "object" && typeof step.items === "object" && !Array.isArray(step.items) ? step.items : {};
  const kinds = stepDefinitions.map((definition) => ({
    title: definition.title,
    description: definition.description,
    ...any,
    properties: {
      ...any.properties,
      type: { const: definition.type },
      data: withoutDialect(z.toJSONSchema(definition.schema, { metadata: fieldMetas, io: "input" })),
    },
  }));
  return {
    ...flow,
    title: "OzFlow flow file",
    properties: { ...flow.properties, steps: { type: "array", items: { oneOf: kinds } } },
  };
}

function withoutDialect({ $schema: _, ...rest }: JsonSchema): JsonSchema {
  return rest;
}
