import {
  type Flow,
  findStepDefinition,
  type PromptAt,
  promptsIn,
  type Step,
  translationState,
  wordsOf,
} from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { valueAt, withValueAt } from "../value-at.ts";

/**
 * The languages of a flow, as one undo step. Where another one comes first, what is written in it becomes what prompts are
 * written in, and the words of the former first its translation; what is not translated stays as it is.
 */
export function setLanguages(languages: readonly string[]): Change {
  return {
    name: "edit-languages",
    apply(flow) {
      const [before, now] = [flow.languages[0], languages[0]];
      if (before === undefined || now === undefined) return flow;
      const steps = before === now ? flow.steps : flow.steps.map((step) => inLanguage(step, now, before));
      const fallback = before === now ? flow.fallback : turnedApology(flow.fallback, now, before);
      return {
        ...flow,
        languages: [...new Set(languages)],
        steps: steps as Flow["steps"],
        ...(fallback === undefined ? {} : { fallback }),
      };
    },
  };
}

function turnedApology(fallback: Flow["fallback"], now: string, before: string): Flow["fallback"] {
  const { [now]: own, ...others } = fallback?.translations ?? {};
  if (fallback === undefined || own === undefined) return fallback;
  return { ...fallback, prompt: own, translations: { ...others, [before]: fallback.prompt } };
}

function inLanguage(step: Step, now: string, before: string): Step {
  const schema = findStepDefinition(step.type)?.schema;
  if (schema?.safeParse(step.data).success !== true) return step;
  const data = promptsIn(schema, step.data).reduce((all, one) => {
    const turned = turnedRound(all, one, now, before);
    // A step that only reads out takes no recording.
    return schema.safeParse(turned).success ? turned : all;
  }, step.data);
  return data === step.data ? step : { ...step, data };
}

/** What makes a sound, of whichever kind. */
const soundKeys = ["say", "language", "voice", "play", "parts"];

function turnedRound(data: Step["data"], { prompt, path }: PromptAt, now: string, before: string): Step["data"] {
  const { [now]: own, ...others } = prompt.translations ?? {};
  if (own === undefined) return data;
  const { of: _, ...heard } = own;
  const of = wordsOf(heard);
  const kept = Object.entries(others).map(([language, one]) => {
    const isStale = translationState(prompt, language) === "stale";
    return [language, isStale ? one : { ...one, of }] as const;
  });
  const entries = Object.entries(valueAt(data, path) as object);
  const former = entries.filter(([key]) => soundKeys.includes(key));
  const rest = entries.filter(([key]) => !soundKeys.includes(key));
  const translations = { ...Object.fromEntries(kept), [before]: { ...Object.fromEntries(former), of } };
  return withValueAt(data, path, { ...Object.fromEntries(rest), ...heard, translations });
}
