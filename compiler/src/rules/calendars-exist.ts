import type { Diagnostic } from "../flow/index.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said } from "../words/said.ts";

/** Every calendar that a step asks is one of those that there are. */
export function checkCalendars({ steps }: LinkedFlow, known: ReadonlySet<string>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { step, definition, data } of steps.values()) {
    visitFields(definition.schema, data, ({ control }, value, path) => {
      if (control !== "calendar" || value === "" || known.has(String(value))) return;
      const sentence = said`${placeInStep(step, path)}: callers are told that you are open, day and night, for this calendar is not on the server; choose another one.`;
      found.push({ code: "calendar-missing", severity: "error", ...sentence, step: step.id, path });
    });
  }
  return found;
}
