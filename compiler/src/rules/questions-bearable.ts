import type { Diagnostic } from "../flow/diagnostic.ts";
import { fixBy } from "../flow/edits.ts";
import type { Flow } from "../flow/index.ts";
import type { Ask, Label } from "../instructions/instruction.ts";
import { speechMs } from "../line/speech.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
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
    const { linked, graph, memory } = analysis;
    const depths = menusBefore(analysis);
    const found = new Map<string, Diagnostic>();
    for (const [label, one] of graph) {
      const owner = one.op === "ask" ? linked.steps.get(one.step) : undefined;
      if (one.op !== "ask" || owner === undefined) continue;
      const isDeep = (depths.get(label) ?? 0) >= limits.menus;
      const burdens = memory.recall(isDeep ? burdensFarIn : burdensNear, linked.flow.languages, owner, one);
      for (const burden of burdens) found.set(`${owner.step.id}\0${burden.code}`, burden);
    }
    return [...found.values()];
  },
};

type BurdensOf = (languages: Flow["languages"], owner: LinkedStep, one: Ask) => readonly Diagnostic[];

/** What is too much for callers in a question that they have chosen often before, and in one that they have not. */
const burdensFarIn: BurdensOf = (...asked) => burdensOf(...asked, true);
const burdensNear: BurdensOf = (...asked) => burdensOf(...asked, false);

function burdensOf(
  languages: Flow["languages"],
  { step, data }: LinkedStep,
  one: Ask,
  isDeep: boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: string, sentence: Said, more: Partial<Diagnostic> = {}) =>
    found.push({ code, severity: "warning", ...said`${nameOf(step)}: ${sentence}`, step: step.id, ...more });
  const seconds = Math.round(listeningMs(one.prompt, languages[0]) / 1000);
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
  if (isDeep)
    add(
      "menu-too-deep",
      said`callers have chosen ${limits.menus} times before they are asked here, and many hang up on the way; bring it nearer to the beginning.`,
    );
  if (one.timeoutSeconds < shortestWait && typeof (data as { timeoutSeconds?: unknown }).timeoutSeconds === "number")
    add(
      "time-out-short",
      said`callers have ${one.timeoutSeconds} s to answer, and whoever looks for the keys is too late; wait ${shortestWait} s or longer.`,
      {
        path: ["timeoutSeconds"],
        fix: fixBy(said`Wait 5 s`, [{ edit: "set", step: step.id, path: ["timeoutSeconds"], value: 5 }]),
      },
    );
  return found;
}

/** What stands in for values counts nothing: nobody knows it here. `usual`: the language of what names none. */
function listeningMs(prompt: Ask["prompt"], usual: string | undefined): number {
  const heard = prompt.map(({ content = [], attributes: { Language: language } }) => ({
    text: content.filter((part) => typeof part === "string").join(" "),
    language: Array.isArray(language) ? language.join("") : undefined,
  }));
  const told = heard.find((one) => one.language !== undefined)?.language;
  return speechMs(heard.map(({ text }) => text).join(" "), told ?? usual);
}

/** How many menus a caller has at least answered before, by label; asking again does not count. */
function menusBefore({ graph, ways, entries }: Analysis): ReadonlyMap<Label, number> {
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
      const { inline = [], requests = [] } = ways.get(label) ?? {};
      for (const to of inline) if (!chosen.includes(to)) now.push(to);
      for (const to of requests) if (!chosen.includes(to)) now.push(to);
    }
    [now, next] = [next, []];
  }
  return depth;
}
