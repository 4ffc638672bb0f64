import type { Diagnostic } from "../flow/diagnostic.ts";
import { fixBy } from "../flow/edits.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Only the flow's own languages are set, and each of them is. */
export const languagesSet: Rule = {
  code: "language-unknown",
  check: (analysis) => [...unknown(analysis), ...neverSet(analysis)],
};

function unknown({ linked }: Analysis): readonly Diagnostic[] {
  const { languages } = linked.flow;
  const found: Diagnostic[] = [];
  for (const { step, definition, data, ports } of linked.steps.values()) {
    const set = new Set(ports.flatMap(({ language }) => (typeof language === "object" ? [language.code] : [])));
    if (set.size === 0) continue;
    visitFields(definition.schema, data, ({ control }, value, path) => {
      if (control !== "language" || typeof value !== "string" || value === "") return;
      if (!set.has(value) || languages.includes(value)) return;
      const sentence = said`${nameOf(step)}: callers go on hearing what they heard before, for "${value}" is none of the flow's languages; add it to them, or choose another one.`;
      const fix = fixBy(said`Add "${value}" to the flow's languages`, [{ edit: "add-language", language: value }]);
      found.push({ code: "language-unknown", severity: "error", ...sentence, step: step.id, path, fix });
    });
  }
  return found;
}

function neverSet({ linked, reachable }: Analysis): readonly Diagnostic[] {
  const ways = [...linked.steps.values()].filter(({ step }) => reachable.has(step.id)).flatMap(({ ports }) => ports);
  const isSet = (code: string) =>
    ways.some(({ language }) => language === "any" || (typeof language === "object" && language.code === code));
  return linked.flow.languages
    .slice(1)
    .filter((code) => !isSet(code))
    .map((language) => ({
      code: "language-never-set",
      severity: "warning",
      ...said`No caller ever hears "${language}": set it with a Language step, or remove it from the flow's languages.`,
      fix: fixBy(said`Remove "${language}"`, [{ edit: "remove-language", language }]),
    }));
}
