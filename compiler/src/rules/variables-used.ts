import { expressionsIn } from "../expressions/placeholders.ts";
import { fixBy } from "../flow/edits.ts";
import type { Variable } from "../flow/index.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * A variable that stands nowhere is a leftover, or a name that was misspelt where it was meant. One that is kept and not
 * read is none: whoever looks at a call sees what it held.
 */
export const variablesUsed: Rule = {
  code: "variable-unused",
  check({ linked, memory }) {
    const { variables } = linked.flow;
    const names = memory.recall(namesOf, variables);
    const named = new Set([...linked.steps.values()].flatMap((one) => memory.recall(namedIn, names, one)));
    return variables
      .filter(({ name }) => !named.has(name))
      .map(({ name }) => ({
        code: "variable-unused",
        severity: "warning",
        ...said`Nothing keeps or reads the variable "${name}": use it, or remove it.`,
        fix: fixBy(said`Remove "${name}"`, [{ edit: "remove-variable", name }]),
      }));
  },
};

const namesOf = (variables: readonly Variable[]) => new Set(variables.map(({ name }) => name));

function namedIn(names: ReadonlySet<string>, { data }: LinkedStep): readonly string[] {
  return [...new Set(stringsIn(data).flatMap(wordsIn))].filter((word) => names.has(word));
}

/** Names as they stand in a text: in placeholders, in an expression, or alone. */
function wordsIn(text: string): readonly string[] {
  return [text, ...expressionsIn(text)].flatMap((one) => one.match(/[A-Za-z_]\w*/g) ?? []);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
