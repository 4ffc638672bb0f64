import { entryVariable, recordingVariable } from "../expressions/expressions.ts";
import type { Foresight } from "../expressions/foresee.ts";
import { initialValues } from "../flow/flow.ts";
import { speechMs, spokenWords } from "../line/speech.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { DurationFacts } from "./durations.ts";

/**
 * Texts read out variables. What is keyed in is one word however long it is, a number too; what a web server says may be
 * of any length.
 */
export function spokenLengths(analysis: Analysis, foresight: Foresight): DurationFacts["spoken"] {
  const words = wordsOfVariables(analysis, foresight);
  const [usual] = analysis.linked.flow.languages;
  return (parts, language = usual) => {
    const open: string[] = [];
    const text = parts.map((part) => {
      if (typeof part === "string") return part;
      const most = wordsAtMost(part.expression, words, analysis, foresight);
      if (most === Number.POSITIVE_INFINITY) open.push(part.expression);
      return Number.isFinite(most) ? ` ${"word ".repeat(Math.ceil(most))}` : "";
    });
    return { ms: speechMs(text.join(""), language), open };
  };
}

type Words = ReadonlyMap<string, number>;

/** The most words that each variable can hold. What is copied from one to the other is followed until nothing changes. */
function wordsOfVariables(analysis: Analysis, foresight: Foresight): Words {
  const { linked, graph } = analysis;
  const words = new Map<string, number>([
    [entryVariable, 1],
    [recordingVariable, 1],
  ]);
  const types = new Map(linked.flow.variables.map((one) => [one.name, one.type]));
  const raise = (name: string, to: number): boolean => {
    const before = words.get(name) ?? 0;
    const most = types.get(name) === "text" ? to : 1;
    if (types.has(name)) words.set(name, Math.max(before, most));
    return types.has(name) && most > before;
  };
  for (const [name, value] of Object.entries(initialValues(linked.flow.variables)))
    raise(name, spokenWords(String(value)));
  for (const one of graph.values()) {
    if (one.op === "receive") raise(one.into, Number.POSITIVE_INFINITY);
    if (one.op === "request") for (const { variable } of one.keep.fields) raise(variable, Number.POSITIVE_INFINITY);
  }
  const assigns = [...graph.values()].filter((one) => one.op === "assign");
  for (let changes = true; changes; ) {
    changes = false;
    for (const { variable, expression } of assigns)
      if (raise(variable, wordsAtMost(expression, words, analysis, foresight))) changes = true;
  }
  return words;
}

function wordsAtMost(expression: string, words: Words, { expressions }: Analysis, foresight: Foresight): number {
  const alone = words.get(expression);
  if (alone !== undefined) return alone;
  const foreseen = foresight.foresee(expression, { values: {} });
  if (foreseen === "fails") return 0;
  if (foreseen !== undefined) return spokenWords(String(foreseen.value));
  const checked = expressions.check(expression);
  return "type" in checked && checked.type !== "text" ? 1 : Number.POSITIVE_INFINITY;
}
