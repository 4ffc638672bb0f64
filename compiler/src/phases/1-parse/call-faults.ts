import type { Diagnostic, SubFlow } from "../../flow/index.ts";
import type { FlowCall } from "../../steps/definition.ts";
import { visitFields } from "../../steps/fields/visit-fields.ts";
import { findStepDefinition } from "../../steps/registry.ts";
import { type Said, said } from "../../words/said.ts";
import type { LinkedFlow } from "./link-steps.ts";
import { nameOf } from "./read-flow.ts";

/** Where the two sides of a call do not fit each other: names of variables and of ways out. */
export function callFaults(
  step: { readonly id: string; readonly label: string },
  call: FlowCall,
  sub: SubFlow,
  inner: LinkedFlow,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const tell = (code: string, severity: Diagnostic["severity"], sentence: Said, path: Diagnostic["path"]) =>
    found.push({ code, severity, ...said`${nameOf(step)}: ${sentence}`, step: step.id, ...(path && { path }) });
  const theirs = new Set(sub.variables.map((one) => one.name));
  for (const [index, { variable }] of call.parameters.entries()) {
    if (theirs.has(variable)) continue;
    const sentence = said`"${sub.name}" has no variable "${variable}" to be given; choose another one.`;
    tell("sub-flow-variable-unknown", "error", sentence, ["parameters", index, "variable"]);
  }
  for (const [index, { from }] of call.results.entries()) {
    if (theirs.has(from)) continue;
    const sentence = said`"${sub.name}" has no variable "${from}" to give back; choose another one.`;
    tell("sub-flow-variable-unknown", "error", sentence, ["results", index, "from"]);
  }
  const set = new Set([...setIn(sub), ...call.parameters.map((one) => one.variable)]);
  for (const { name, initial } of sub.variables) {
    if (initial !== undefined || set.has(name)) continue;
    const sentence = said`"${sub.name}" never sets its variable "${name}", and is not given a value for it; give it one.`;
    tell("sub-flow-variable-missing", "warning", sentence, ["parameters"]);
  }
  const returned = new Set(
    [...inner.steps.values()].flatMap(({ definition, data }) => definition.returns?.(data) ?? []),
  );
  for (const name of returned) {
    if (name === "" || call.ends.includes(name)) continue;
    const sentence = said`"${sub.name}" returns by "${name}", for which there is no way out here, so calls go on by Then; add it.`;
    tell("sub-flow-return-unknown", "warning", sentence, ["ends"]);
  }
  for (const [index, name] of call.ends.entries()) {
    if (returned.has(name)) continue;
    const sentence = said`"${sub.name}" never returns by "${name}", so no call leaves that way; remove it.`;
    tell("sub-flow-return-missing", "warning", sentence, ["ends", index]);
  }
  return found;
}

/** Variables that some step of the flow sets, as far as its data can be read. */
function setIn({ steps }: SubFlow): readonly string[] {
  const names: string[] = [];
  for (const { type, data } of steps) {
    const schema = findStepDefinition(type)?.schema;
    if (schema?.safeParse(data).success !== true) continue;
    visitFields(schema, data, ({ control }, value) => {
      if (control === "variable") names.push(String(value));
    });
  }
  return names;
}
