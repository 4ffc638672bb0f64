import type { Diagnostic } from "../flow/diagnostic.ts";
import { fixBy } from "../flow/edits.ts";
import { type Command, inlineTargets, type Label, requestTargets } from "../instructions/instruction.ts";
import { speechMs } from "../line/speech.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Said, said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Seconds of a question that callers listen to; keys that they keep in mind; menus that they go through. */
const limits = { seconds: 30, keys: 6, menus: 4 };

/** Seconds that somebody needs to find a key, telephone in hand. */
const shortestWait = 3;

/** Callers forget what was said first, and hang up before they have got where they wanted. */
export const questionsBearable: Rule = {
  code: "question-too-long",
  check(analysis) {
    const { linked, graph } = analysis;
    const depths = menusBefore(analysis);
    const found = new Map<string, Diagnostic>();
    for (const [label, one] of graph) {
      const owner = linked.steps.get(one.step);
      if (one.op !== "ask" || owner === undefined) continue;
      const { step, data } = owner;
      const add = (code: string, sentence: Said, more: Partial<Diagnostic> = {}) =>
        found.set(`${step.id}\0${code}`, {
          code,
          severity: "warning",
          ...said`${nameOf(step)}: ${sentence}`,
          step: step.id,
          ...more,
        });
      const seconds = Math.round(listeningMs(one.prompt, analysis.linked.flow.languages[0]) / 1000);
      if (seconds > limits.seconds)
        add(
          "question-too-long",
          said`callers listen for ${seconds} s before they can be sure of their answer, and have forgotten the beginning; say it in less than ${limits.seconds} s.`,
        );
      if (one.keys.length > limits.keys)
        add(
          "too-many-options",
          said`callers cannot keep ${one.keys.length} keys in mind; offer ${limits.keys} at most, and the others behind one of them.`,
        );
      if ((depths.get(label) ?? 0) >= limits.menus)
        add(
          "menu-too-deep",
          said`callers have chosen ${limits.menus} times before they are asked here, and many hang up on the way; bring it nearer to the beginning.`,
        );
      if (
        one.timeoutSeconds < shortestWait &&
        typeof (data as { timeoutSeconds?: unknown }).timeoutSeconds === "number"
      )
        add(
          "time-out-short",
          said`callers have ${one.timeoutSeconds} s to answer, and whoever looks for the keys is too late; wait ${shortestWait} s or longer.`,
          {
            path: ["timeoutSeconds"],
            fix: fixBy(said`Wait 5 s`, [{ edit: "set", step: step.id, path: ["timeoutSeconds"], value: 5 }]),
          },
        );
    }
    return [...found.values()];
  },
};

/** What stands in for values counts nothing: nobody knows it here. `usual`: the language of what names none. */
function listeningMs(prompt: readonly Command[], usual: string | undefined): number {
  const heard = prompt.map(({ content = [], attributes: { Language: language } }) => ({
    text: content.filter((part) => typeof part === "string").join(" "),
    language: Array.isArray(language) ? language.join("") : undefined,
  }));
  const told = heard.find((one) => one.language !== undefined)?.language;
  return speechMs(heard.map(({ text }) => text).join(" "), told ?? usual);
}

/** How many menus a caller has at least answered before, by label; asking again does not count. */
function menusBefore({ graph, entries }: Analysis): ReadonlyMap<Label, number> {
  const depth = new Map<Label, number>();
  let [now, next] = [[...entries.values()], [] as Label[]];
  for (let level = 0; now.length > 0; level += 1) {
    for (const label of now) {
      if (depth.has(label)) continue;
      depth.set(label, level);
      const one = graph.get(label);
      if (one === undefined) continue;
      const chosen = one.op === "ask" && one.keys.length > 1 ? one.keys.map(({ to }) => to) : [];
      next.push(...chosen.filter((to) => graph.get(to)?.step !== one.step));
      now.push(...[...inlineTargets(one), ...requestTargets(one)].filter((to) => !chosen.includes(to)));
    }
    [now, next] = [next, []];
  }
  return depth;
}
