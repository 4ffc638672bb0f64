import { createForesight } from "../expressions/foresee.ts";
import type { Diagnostic } from "../flow/diagnostic.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Said, said } from "../words/said.ts";
import { inRequest, spokenIn } from "./expressions-in.ts";
import type { Rule } from "./rule.ts";

/** A PIN that is read out is heard by whoever stands beside; what goes over plain HTTP is read by whoever is in between. */
export const privateDataKept: Rule = {
  code: "private-data-spoken",
  check(analysis) {
    const { linked, graph } = analysis;
    const tellsOf = secretsToldBy(analysis);
    const found = new Map<string, Diagnostic>();
    for (const one of graph.values()) {
      const step = linked.steps.get(one.step)?.step;
      // What is noted of a call is held to this where it is written (steps/disposition).
      if (step === undefined || one.op === "tell") continue;
      const add = (code: string, sentence: Said) =>
        found.set(`${step.id}\0${code}`, {
          code,
          severity: "warning",
          ...said`${nameOf(step)}: ${sentence}`,
          step: step.id,
        });
      if (one.op === "request") {
        const isPlain = /^http:\/\//i.test(one.request.url.trim());
        const [name] = isPlain ? inRequest(one).flatMap(tellsOf) : [];
        const secret = one.request.headers.some((header) => "secret" in header);
        if (name !== undefined || (isPlain && secret))
          add(
            "private-data-in-clear",
            said`${name === undefined ? said`a secret` : `"${name}"`} is sent without encryption, where others on the network can read it; ask at an address that begins with https.`,
          );
        continue;
      }
      const [name] = spokenIn(one).flatMap(tellsOf);
      if (name !== undefined)
        add(
          "private-data-spoken",
          said`"${name}" is private and leaves the call here, read out or sent in clear; leave it out, or do not mark it as private.`,
        );
    }
    return [...found.values()];
  },
};

/** Gives the private variables that an expression tells of, also by way of others that were made from them. */
function secretsToldBy({ linked, graph, expressions }: Analysis): (expression: string) => readonly string[] {
  const foresight = createForesight(linked.flow.variables, expressions);
  const from = new Map(linked.flow.variables.filter(({ secret }) => secret === true).map(({ name }) => [name, name]));
  const texts = new Set(linked.flow.variables.filter(({ type }) => type !== "truth").map(({ name }) => name));
  const assigns = [...graph.values()].filter((one) => one.op === "assign");
  for (let before = -1; before !== from.size; ) {
    before = from.size;
    for (const { variable, expression } of assigns) {
      const secret = [...foresight.reads(expression)].map((name) => from.get(name)).find((name) => name !== undefined);
      if (secret !== undefined && texts.has(variable) && !from.has(variable)) from.set(variable, secret);
    }
  }
  if (from.size === 0) return () => [];
  return (expression) => [...foresight.reads(expression)].flatMap((name) => from.get(name) ?? []);
}
