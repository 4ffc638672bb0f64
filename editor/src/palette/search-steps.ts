import type { StepDefinition } from "@ozflow/compiler";
import { descriptionOf, titleOf } from "../model/step-words.ts";

/** Definitions whose title, description or type holds every word of the query; those whose title begins with it first. */
export function searchSteps(definitions: readonly StepDefinition[], query: string): readonly StepDefinition[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (one: StepDefinition) =>
    `${titleOf(one.type)} ${descriptionOf(one)} ${one.title} ${one.type}`.toLowerCase();
  const begins = (one: StepDefinition) => titleOf(one.type).toLowerCase().startsWith(words.join(" "));
  return definitions
    .filter((one) => words.every((word) => text(one).includes(word)))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
