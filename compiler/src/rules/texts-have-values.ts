import { createForesight } from "../expressions/foresee.ts";
import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Instruction, Label } from "../instructions/instruction.ts";
import { inlineTargets, newCallTargets, requestTargets } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said } from "../words/said.ts";
import { spokenIn } from "./expressions-in.ts";
import type { Rule } from "./rule.ts";

/**
 * What is read out must have been put in before: else callers hear a hole in the sentence. About texts that begin empty;
 * a count that begins with 0 is right.
 */
export const textsHaveValues: Rule = {
  code: "read-before-written",
  check({ linked, graph, entries, expressions }) {
    const foresight = createForesight(linked.flow.variables, expressions);
    const empty = linked.flow.variables.filter(({ type, initial }) => type === "text" && (initial ?? "") === "");
    const given = givenIn(linked);
    const names = new Set(empty.map(({ name }) => name).filter((name) => !given.has(name)));
    if (names.size === 0) return [];
    const unwritten = maybeUnwritten(graph, [...entries.values()], names);
    const found = new Map<string, Diagnostic>();
    for (const [label, one] of graph) {
      const still = unwritten.get(label);
      if (still === undefined || still.size === 0) continue;
      const reads = new Set(spokenIn(one).flatMap((source) => [...foresight.reads(source)]));
      const step = linked.steps.get(one.step)?.step;
      if (step === undefined) continue;
      for (const name of reads) {
        if (!still.has(name)) continue;
        const sentence = said`${nameOf(step)}: {${name}} may be empty here, so there is a hole in what is said or sent; put something into "${name}" on every way that leads here, or give it a value to begin with.`;
        found.set(`${step.id}\0${name}`, {
          code: "read-before-written",
          severity: "warning",
          ...sentence,
          step: step.id,
        });
      }
    }
    return [...found.values()];
  },
};

type Graph = Parameters<Rule["check"]>[0]["graph"];

/** Variables of entries that whoever starts a call gives it. */
function givenIn({ steps }: Parameters<Rule["check"]>[0]["linked"]): ReadonlySet<string> {
  const given = new Set<string>();
  for (const { definition, data } of steps.values()) {
    if (definition.entry === undefined) continue;
    visitFields(definition.schema, data, ({ control }, value) => {
      if (control === "variable") given.add(String(value));
    });
  }
  return given;
}

/** At each label: what nothing was put into on some way that leads there. */
function maybeUnwritten(
  graph: Graph,
  entries: readonly Label[],
  names: ReadonlySet<string>,
): ReadonlyMap<Label, ReadonlySet<string>> {
  const unwritten = new Map<Label, Set<string>>(entries.map((label) => [label, new Set(names)]));
  // A set hands out what is added while it is gone through, also what was there before and was taken out.
  const waiting = new Set(entries);
  for (const label of waiting) {
    waiting.delete(label);
    const one = graph.get(label);
    if (one === undefined) continue;
    const here = unwritten.get(label) ?? new Set();
    for (const [to, written] of waysOf(one)) {
      const there = unwritten.get(to);
      const after = [...here].filter((name) => !written.includes(name));
      const all = new Set([...(there ?? []), ...after]);
      if (there !== undefined && all.size === there.size) continue;
      unwritten.set(to, all);
      waiting.add(to);
    }
  }
  return unwritten;
}

/** Where it goes on, and what has been put into variables on the way. */
function waysOf(one: Instruction): readonly (readonly [Label, readonly string[]])[] {
  if (one.op === "request") {
    const kept = [...one.keep.fields.map(({ variable }) => variable), one.keep.statusIn ?? ""];
    return [...one.ways.map(({ to }) => [to, kept] as const), [one.failed, []]];
  }
  const written = one.op === "assign" ? [one.variable] : one.op === "receive" ? [one.into] : [];
  return [...new Set([...inlineTargets(one), ...requestTargets(one), ...newCallTargets(one)])].map((to) => [
    to,
    written,
  ]);
}
