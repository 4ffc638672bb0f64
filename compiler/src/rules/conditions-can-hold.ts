import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Choose } from "../instructions/instruction.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** A case that stands behind the same one, or behind one that always holds, is never come to. */
export const conditionsCanHold: Rule = {
  code: "case-never-taken",
  check: ({ linked, graph, memory }) =>
    [...graph.values()]
      .filter((one) => one.op === "choose")
      .flatMap((one) => {
        const owner = linked.steps.get(one.step);
        return owner === undefined ? [] : memory.recall(neverTaken, owner, one);
      }),
};

function neverTaken({ step }: LinkedStep, { cases }: Choose): readonly Diagnostic[] {
  const seen = new Map<string, number>();
  return cases.flatMap(({ when }, index) => {
    const plain = when.replace(/\s+/g, " ").trim();
    const always = seen.get("true");
    const earlier = seen.get(plain) ?? always;
    if (!seen.has(plain)) seen.set(plain, index);
    // Conditions that a step makes itself, such as those of chance, are not for an author to mend.
    if (earlier === undefined || plain.includes("_")) return [];
    const sentence =
      always === earlier
        ? said`${nameOf(step)}: no call goes by case ${index + 1}, for case ${earlier + 1} holds always; remove it, or put it first.`
        : said`${nameOf(step)}: no call goes by case ${index + 1}, for case ${earlier + 1} holds whenever it does; remove it, or put it first.`;
    return [{ code: "case-never-taken", severity: "warning" as const, ...sentence, step: step.id }];
  });
}
