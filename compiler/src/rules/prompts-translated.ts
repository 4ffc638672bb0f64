import { type Diagnostic, fixBy } from "../flow/index.ts";
import { ownStep } from "../phases/1-parse/call-flows.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
import { nameOf, placeInStep } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type PromptAt, promptsIn } from "../steps/fields/prompts-in.ts";
import { translationState, wordsOf } from "../steps/fields/translations.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Whoever hears a language hears every prompt in it, and what it says is what the first language says now. */
export const promptsTranslated: Rule = {
  code: "translation-missing",
  check(analysis) {
    const { linked, places, reachable, memory } = analysis;
    const found = new Map<string, Diagnostic>();
    for (const { step: id, language } of places.inLanguages) {
      const at = linked.steps.get(id);
      if (at === undefined || !reachable.has(id) || language === at.wordsIn) continue;
      for (const one of memory.recall(promptsOf, at)) {
        const state = translationState(one.prompt, language);
        if (state !== "missing" && state !== "stale") continue;
        const told = ownStep(id) === id ? inOwnFlow : inCalledFlow;
        const diagnostic = told(state, one, { step: id, language, wordsIn: at.wordsIn }, analysis);
        if (diagnostic !== undefined) found.set(`${diagnostic.message}\0${diagnostic.step}`, diagnostic);
      }
    }
    return [...found.values()];
  },
};

const promptsOf = ({ definition, data }: LinkedStep) => promptsIn(definition.schema, data);

interface Heard {
  readonly step: string;
  readonly language: string;
  readonly wordsIn: string;
}

type Told = (state: "missing" | "stale", one: PromptAt, heard: Heard, analysis: Analysis) => Diagnostic | undefined;

const inOwnFlow: Told = (state, { prompt, path }, { step, language, wordsIn }, { linked }) => {
  const drawn = linked.steps.get(step)?.step;
  if (drawn === undefined) return undefined;
  const at = [...path, "translations", language];
  const place = placeInStep(drawn, path);
  if (state === "stale") {
    const sentence = said`${place}: callers who hear "${language}" may be told something else, for the words in "${wordsIn}" were changed since they were translated; look at both again.`;
    const edits = [{ edit: "set" as const, step, path: [...at, "of"], value: wordsOf(prompt) }];
    const fix = fixBy(said`The translation still fits`, edits);
    return { code: "translation-stale", severity: "warning", ...sentence, step, path: at, fix };
  }
  const same = sameSound(prompt, step, at);
  const sentence = said`${place}: callers who hear "${language}" hear this in "${wordsIn}"; translate it.`;
  return { code: "translation-missing", severity: "warning", ...sentence, step, path: at, ...(same && { fix: same }) };
};

/** A sound without words is the same in every language; nobody but the author knows that it is one. */
function sameSound(prompt: PromptAt["prompt"], step: string, path: readonly (string | number)[]) {
  if (!("play" in prompt)) return undefined;
  const value = { play: prompt.play, of: wordsOf(prompt) };
  return fixBy(said`Play the same to them`, [{ edit: "set", step, path, value }]);
}

/** Who draws the flow that calls cannot translate it, and who draws the other one does not know who calls. */
const inCalledFlow: Told = (state, _one, { step, language, wordsIn }, { linked }) => {
  const caller = linked.steps.get(ownStep(step))?.step;
  if (state === "stale" || caller === undefined) return undefined;
  const sentence = said`${nameOf(caller)}: callers who hear "${language}" hear "${wordsIn}" in the flow it goes through; translate that flow.`;
  return { code: "translation-missing", severity: "warning", ...sentence, step: caller.id };
};
