import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Instruction, Request } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Memory } from "../phases/memory.ts";
import { type Said, said } from "../words/said.ts";
import { namesAssigned, namesSent, namesSpoken } from "./expressions-in.ts";
import type { Rule } from "./rule.ts";

/** A PIN that is read out is heard by whoever stands beside; what goes over plain HTTP is read by whoever is in between. */
export const privateDataKept: Rule = {
  code: "private-data-spoken",
  check(analysis) {
    const { linked, graph, memory } = analysis;
    const secrets = secretsIn(analysis);
    const found = new Map<string, Diagnostic>();
    for (const one of graph.values()) {
      const leak = leakOf(one, secrets, memory);
      const step = leak && linked.steps.get(one.step)?.step;
      if (leak === undefined || step === undefined) continue;
      const { code, sentence } = leak;
      const message = said`${nameOf(step)}: ${sentence}`;
      found.set(`${step.id}\0${code}`, { code, severity: "warning", ...message, step: step.id });
    }
    return [...found.values()];
  },
};

interface Leak {
  readonly code: string;
  /** Follows the name of the step. */
  readonly sentence: Said;
}

function leakOf(one: Instruction, secrets: ReadonlyMap<string, string>, memory: Memory): Leak | undefined {
  // What is noted of a call is held to this where it is written (steps/disposition).
  if (one.op === "tell") return undefined;
  if (one.op === "request") return leakInClear(one, secrets, memory);
  const name = secrets.size === 0 ? undefined : firstOf(memory.recall(namesSpoken, one), secrets);
  if (name === undefined) return undefined;
  const sentence = said`"${name}" is private and leaves the call here, read out or sent in clear; leave it out, or do not mark it as private.`;
  return { code: "private-data-spoken", sentence };
}

function leakInClear(one: Request, secrets: ReadonlyMap<string, string>, memory: Memory): Leak | undefined {
  if (!/^http:\/\//i.test(one.request.url.trim())) return undefined;
  const name = firstOf(memory.recall(namesSent, one), secrets);
  if (name === undefined && !one.request.headers.some((header) => "secret" in header)) return undefined;
  const sentence = said`${name === undefined ? said`a secret` : `"${name}"`} is sent without encryption, where others on the network can read it; ask at an address that begins with https.`;
  return { code: "private-data-in-clear", sentence };
}

/** The first private variable that one of these tells of. */
function firstOf(names: readonly string[], secrets: ReadonlyMap<string, string>): string | undefined {
  return names.flatMap((name) => secrets.get(name) ?? [])[0];
}

/** Variables that tell of private ones, each with the one it tells of: also those that were made from others. */
function secretsIn({ linked, graph, memory }: Analysis): ReadonlyMap<string, string> {
  const from = new Map(linked.flow.variables.filter(({ secret }) => secret === true).map(({ name }) => [name, name]));
  const texts = new Set(linked.flow.variables.filter(({ type }) => type !== "truth").map(({ name }) => name));
  const assigns = from.size === 0 ? [] : [...graph.values()].filter((one) => one.op === "assign");
  for (let before = -1; before !== from.size; ) {
    before = from.size;
    for (const one of assigns) {
      const names = memory.recall(namesAssigned, one);
      const secret = names.map((name) => from.get(name)).find((name) => name !== undefined);
      if (secret !== undefined && texts.has(one.variable) && !from.has(one.variable)) from.set(one.variable, secret);
    }
  }
  return from;
}
