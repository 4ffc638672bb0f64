import { expressionsIn } from "../expressions/placeholders.ts";
import { fixBy } from "../flow/edits.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * A variable that stands nowhere is a leftover, or a name that was misspelt where it was meant. One that is kept and not
 * read is none: whoever looks at a call sees what it held.
 */
export const variablesUsed: Rule = {
  code: "variable-unused",
  check({ linked }) {
    const words = new Set([...linked.steps.values()].flatMap(({ data }) => stringsIn(data)).flatMap(wordsIn));
    return linked.flow.variables
      .filter(({ name }) => !words.has(name))
      .map(({ name }) => ({
        code: "variable-unused",
        severity: "warning",
        ...said`Nothing keeps or reads the variable "${name}": use it, or remove it.`,
        fix: fixBy(said`Remove "${name}"`, [{ edit: "remove-variable", name }]),
      }));
  },
};

/** Names as they stand in a text: in placeholders, in an expression, or alone. */
function wordsIn(text: string): readonly string[] {
  return [text, ...expressionsIn(text)].flatMap((one) => one.match(/[A-Za-z_]\w*/g) ?? []);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
