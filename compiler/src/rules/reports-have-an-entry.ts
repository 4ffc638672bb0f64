import { nameOf } from "../phases/1-parse/read-flow.ts";
import { stepDefinitions } from "../steps/registry.ts";
import { said, term } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Who asks what became of something needs a place where the answer begins. */
export const reportsHaveAnEntry: Rule = {
  code: "report-to-nobody",
  check({ linked, entries }) {
    return [...linked.steps.values()].flatMap(({ step, definition, data }) => {
      const entry = definition.reports?.(data);
      if (entry === undefined || entries.has(entry)) return [];
      const title = stepDefinitions.find((one) => one.entry === entry)?.title;
      const sentence = said`${nameOf(step)}: nobody hears what becomes of it, for the flow has no step "${title === undefined ? entry : term(title)}" where the report begins; add one, or ask for no report.`;
      return [{ code: "report-to-nobody", severity: "warning" as const, ...sentence, step: step.id }];
    });
  },
};
