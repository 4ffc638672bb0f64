import type { Diagnostic } from "../flow/index.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said } from "../words/said.ts";

/** Every table that a step looks into is one of those that there are. */
export function checkTables({ steps }: LinkedFlow, known: ReadonlySet<string>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { step, definition, data } of steps.values()) {
    visitFields(definition.schema, data, ({ control }, value, path) => {
      if (control !== "table" || value === "" || known.has(String(value))) return;
      const sentence = said`${placeInStep(step, path)}: nothing is ever found, for this table is not on the server; choose another one.`;
      found.push({ code: "table-missing", severity: "error", ...sentence, step: step.id, path });
    });
  }
  return found;
}
