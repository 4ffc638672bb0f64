import type { Value, Variable } from "@ozflow/compiler";
import { said } from "@ozflow/compiler";
import { Refusal } from "../../refusal.ts";

export type Given = Readonly<Record<string, Value>>;

/** Values for a new call as texts, each known to be one that its variable can hold. */
export function checkGiven(given: Given, variables: readonly Variable[]): Readonly<Record<string, string>> {
  const types = new Map(variables.map((variable) => [variable.name, variable.type]));
  for (const [name, value] of Object.entries(given)) {
    const type = types.get(name);
    if (type === undefined) {
      throw new Refusal("unknown-variable", said`The flow has no variable "${name}".`, { variable: name });
    }
    const text = String(value).trim();
    if (!allowed[type].test(text)) {
      throw new Refusal("wrong-value", said`"${text}" is not ${nouns[type]}, so "${name}" cannot hold it.`, {
        variable: name,
      });
    }
  }
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

const allowed = { text: /^/, number: /^-?\d+(?:\.\d+)?$/, truth: /^(?:true|false)$/ } as const;
const nouns = { text: said`a text`, number: said`a number`, truth: said`yes or no (true or false)` } as const;
