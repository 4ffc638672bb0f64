import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Instruction, Label, Request } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said } from "../words/said.ts";
import { namesSpoken } from "./expressions-in.ts";
import type { Rule } from "./rule.ts";

/**
 * What is read out must have been put in before: else callers hear a hole in the sentence. About texts that begin empty;
 * a count that begins with 0 is right.
 */
export const textsHaveValues: Rule = {
  code: "read-before-written",
  check(analysis) {
    const { linked, graph, memory } = analysis;
    const empty = linked.flow.variables.filter(({ type, initial }) => type === "text" && (initial ?? "") === "");
    const given = givenIn(linked);
    const names = new Set(empty.map(({ name }) => name).filter((name) => !given.has(name)));
    const reads = [...graph].flatMap(([label, one]) =>
      [...new Set(memory.recall(namesSpoken, one))].flatMap((name) => (names.has(name) ? [{ label, one, name }] : [])),
    );
    const maybeEmpty = new Map<string, ReadonlySet<Label>>();
    for (const { name } of reads) if (!maybeEmpty.has(name)) maybeEmpty.set(name, unwritten(name, analysis));
    const found = new Map<string, Diagnostic>();
    for (const { label, one, name } of reads) {
      const step = linked.steps.get(one.step)?.step;
      if (step === undefined || maybeEmpty.get(name)?.has(label) !== true) continue;
      const sentence = said`${nameOf(step)}: {${name}} may be empty here, so there is a hole in what is said or sent; put something into "${name}" on every way that leads here, or give it a value to begin with.`;
      found.set(`${step.id}\0${name}`, {
        code: "read-before-written",
        severity: "warning",
        ...sentence,
        step: step.id,
      });
    }
    return [...found.values()];
  },
};

/** Variables of entries that whoever starts a call gives it. */
function givenIn({ steps }: Analysis["linked"]): ReadonlySet<string> {
  const given = new Set<string>();
  for (const { definition, data } of steps.values()) {
    if (definition.entry === undefined) continue;
    visitFields(definition.schema, data, ({ control }, value) => {
      if (control === "variable") given.add(String(value));
    });
  }
  return given;
}

/** Labels that a call can come to without anything having been put into the variable. */
function unwritten(name: string, { graph, ways, entries }: Analysis): ReadonlySet<Label> {
  const reached = new Set(entries.values());
  for (const label of reached) {
    const one = graph.get(label);
    if (one?.op === "request") {
      if (!keeps(one, name)) for (const { to } of one.ways) reached.add(to);
      reached.add(one.failed);
    } else if (one !== undefined && !writes(one, name)) {
      const { inline = [], requests = [] } = ways.get(label) ?? {};
      for (const to of inline) reached.add(to);
      for (const to of requests) reached.add(to);
    }
  }
  return reached;
}

function keeps({ keep }: Request, name: string): boolean {
  return keep.statusIn === name || keep.fields.some(({ variable }) => variable === name);
}

function writes(one: Instruction, name: string): boolean {
  return (one.op === "assign" && one.variable === name) || (one.op === "receive" && one.into === name);
}
