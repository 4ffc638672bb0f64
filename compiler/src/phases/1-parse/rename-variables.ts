import { parseText } from "../../expressions/placeholders.ts";
import type { Step } from "../../flow/index.ts";
import type { FieldMeta } from "../../steps/fields/field.ts";
import { visitFields } from "../../steps/fields/visit-fields.ts";
import { findStepDefinition } from "../../steps/registry.ts";

type Names = ReadonlyMap<string, string>;

/** The data of a step whose flow calls its variables otherwise now. Data that its kind does not accept stays as it is. */
export function renameVariables({ type, data }: Pick<Step, "type" | "data">, names: Names): Step["data"] {
  const schema = findStepDefinition(type)?.schema;
  if (names.size === 0 || schema?.safeParse(data).success !== true) return data;
  const renamed = structuredClone(data) as Record<string, unknown>;
  visitFields(schema, data, (meta, value, path) => {
    if (typeof value !== "string") return;
    const now = renamedIn(meta, value, names);
    if (now !== value) put(renamed, path, now);
  });
  return renamed;
}

function renamedIn({ control, literal }: FieldMeta, value: string, names: Names): string {
  switch (control) {
    case "variable":
      return names.get(value) ?? value;
    case "expression":
      return inExpression(value, names);
    case "template":
    case "phone":
    case "line":
    case "audio-file":
      return literal === true ? value : inText(value, names);
    case "json":
      return inJson(value, names);
    default:
      return value;
  }
}

/** Words of an expression that are no texts in quotes and no fields of something else. */
function inExpression(expression: string, names: Names): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.]*[A-Za-z_][\w]*(?:\.\w+)*/g, (found) => {
    const [head = "", ...fields] = found.split(".");
    const name = names.get(head);
    return name === undefined ? found : [name, ...fields].join(".");
  });
}

/** The same in the placeholders of a text; what stands around them stays to the letter. */
function inText(text: string, names: Names): string {
  if (parseText(text).parts.every((part) => typeof part === "string")) return text;
  return text.replace(/\{\{|\}\}|\{([^}]*)\}/g, (found, expression: string | undefined) =>
    expression === undefined ? found : `{${inExpression(expression, names)}}`,
  );
}

/** Its texts; how it is laid out does not matter in a copy. */
function inJson(json: string, names: Names): string {
  try {
    return JSON.stringify(JSON.parse(json, (_, value) => (typeof value === "string" ? inText(value, names) : value)));
  } catch {
    // What is no JSON is told where the flow itself is checked.
    return json;
  }
}

function put(data: Record<string, unknown>, path: readonly (string | number)[], value: string): void {
  let at: unknown = data;
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[key];
  const last = path.at(-1);
  if (last !== undefined) (at as Record<string | number, unknown>)[last] = value;
}
