import type { Diagnostic } from "../flow/index.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** A flow that says something of its own when it fails says it in each of its languages. */
export const apologyTranslated: Rule = {
  code: "translation-missing",
  check({ linked: { flow } }): readonly Diagnostic[] {
    const [first, ...others] = flow.languages;
    if (flow.fallback === undefined || first === undefined) return [];
    const { translations } = flow.fallback;
    return others
      .filter((language) => translations?.[language] === undefined)
      .map((language) => ({
        code: "translation-missing",
        severity: "warning",
        ...said`Flow, when something fails: callers who hear "${language}" are told in "${first}" only; translate it.`,
      }));
  },
};
