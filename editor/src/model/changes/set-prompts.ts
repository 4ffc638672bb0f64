import type { Change } from "../change.ts";
import type { PromptRow } from "../prompt-rows.ts";
import { withSources } from "../translation-sources.ts";
import { withValueAt } from "../value-at.ts";
import { setData } from "./set-data.ts";

/** Other words for prompts, as one undo step; a text of the file format's length at most. */
export function setPrompts(
  prompts: readonly { readonly at: Pick<PromptRow, "step" | "path">; readonly text: string }[],
  group?: string,
): Change {
  return {
    name: "edit-prompts",
    ...(group === undefined ? {} : { group }),
    apply: (flow) =>
      prompts.reduce((now, { at, text }) => {
        const step = now.steps.find(({ id }) => id === at.step);
        return step === undefined
          ? now
          : setData(
              step.id,
              withSources(step, step.data, withValueAt(step.data, at.path, text.slice(0, maxPrompt))),
            ).apply(now);
      }, flow),
  };
}

/** Characters; the step kinds' own bound. */
export const maxPrompt = 4000;
