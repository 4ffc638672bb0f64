import { findStepDefinition, type PromptAt, promptsIn, type Step, type Translated, wordsOf } from "@ozflow/compiler";
import { withValueAt } from "./value-at.ts";

/**
 * The data with each translation that was written anew knowing the words it was made from: those that stand there now.
 * One that nobody touched keeps what it was made from, so that it can be told when the words have changed.
 */
export function withSources(step: Pick<Step, "type">, before: Step["data"], after: Step["data"]): Step["data"] {
  const schema = findStepDefinition(step.type)?.schema;
  if (schema === undefined || before === after) return after;
  const known = new Map(promptsIn(schema, before).map((one) => [keyOf(one), one.prompt]));
  let data = after;
  for (const one of promptsIn(schema, after)) {
    for (const [language, translation] of Object.entries(one.prompt.translations ?? {})) {
      const earlier = known.get(keyOf(one))?.translations?.[language];
      if (earlier !== undefined && saidBy(earlier) === saidBy(translation)) continue;
      data = withValueAt(data, [...one.path, "translations", language, "of"], wordsOf(one.prompt));
    }
  }
  return data;
}

type Translation = NonNullable<Translated["translations"]>[string];

function saidBy({ of: _, ...said }: Translation): string {
  return JSON.stringify(said);
}

function keyOf({ path }: PromptAt): string {
  return path.join(".");
}
