import type { Flow } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { apologyIn, withApology } from "../new-fallback.ts";
import type { PromptRow } from "../prompt-rows.ts";
import { withSources } from "../translation-sources.ts";
import { withValueAt } from "../value-at.ts";
import { setData } from "./set-data.ts";

interface NewWords {
  readonly at: Pick<PromptRow, "step" | "path" | "translates">;
  readonly text: string;
}

/** Other words for prompts, as one undo step; a text of the file format's length at most. */
export function setPrompts(prompts: readonly NewWords[], group?: string): Change {
  return {
    name: "edit-prompts",
    ...(group === undefined ? {} : { group }),
    apply: (flow) => prompts.reduce((now, one) => (one.at.step === undefined ? inFallback : inStep)(now, one), flow),
  };
}

/** Characters; the step kinds' own bound. */
export const maxPrompt = 4000;

function inStep(flow: Flow, { at, text }: NewWords): Flow {
  const step = flow.steps.find(({ id }) => id === at.step);
  if (step === undefined) return flow;
  const data = withValueAt(step.data, at.path, text.slice(0, maxPrompt));
  return setData(step.id, withSources(step, step.data, data)).apply(flow);
}

function inFallback(flow: Flow, { at, text }: NewWords): Flow {
  const { fallback } = flow;
  if (fallback === undefined) return flow;
  const language = at.translates?.language;
  const before = language === undefined ? fallback.prompt : fallback.translations?.[language];
  return { ...flow, fallback: withApology(fallback, language, apologyIn(text, before)) };
}
