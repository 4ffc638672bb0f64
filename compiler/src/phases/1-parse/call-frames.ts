import { quotedText } from "../../expressions/placeholders.ts";
import { initialValues, type Value, type Variable } from "../../flow/index.ts";
import type { FlowCall, StepDefinition } from "../../steps/definition.ts";
import { setVariable } from "../../steps/set-variable/set-variable.step.ts";
import { said } from "../../words/said.ts";
import type { LinkedStep } from "./link-steps.ts";

type Assignments = readonly { readonly variable: string; readonly value: string }[];

/** The way from a step that calls into what it calls. No way out of an author's has such a name. */
export const beginning = "~begin";

/**
 * The step that calls: what is called begins with its variables as they are at the beginning, and those that it is given.
 * Its own ways out stay, for the checks; the calls themselves come back by the returns.
 */
export function entering(
  one: LinkedStep,
  variables: readonly Variable[],
  call: FlowCall,
  names: ReadonlyMap<string, string>,
): LinkedStep {
  const fresh = Object.entries(initialValues(variables)).map(([variable, value]) => ({
    variable,
    value: written(value),
  }));
  const given = call.parameters.flatMap(({ variable, value }) => {
    const name = names.get(variable);
    return name === undefined ? [] : [{ variable: name, value }];
  });
  const begin = { id: beginning, title: said`Into the flow`, kind: "next" as const, optional: true as const };
  return {
    ...one,
    ports: [begin, ...one.ports],
    definition: assigning(one.definition, [...fresh, ...given], beginning),
  };
}

/** A return: the caller takes what it wants to know. */
export function leaving(one: LinkedStep, call: FlowCall, names: ReadonlyMap<string, string>): LinkedStep {
  const taken = call.results.flatMap(({ variable, from }) => {
    const name = names.get(from);
    return name === undefined ? [] : [{ variable, value: name }];
  });
  const back = { id: "next", title: said`Back`, kind: "next" as const, optional: true as const };
  return { ...one, ports: [back], definition: assigning(one.definition, taken, "next") };
}

/** The step does nothing but this, whatever its kind. */
function assigning(
  { calls: _calls, returns: _returns, ...definition }: StepDefinition,
  assignments: Assignments,
  port: string,
): StepDefinition {
  return {
    ...definition,
    emit(_data, out) {
      if (assignments.length === 0) {
        out.at(out.label(), { op: "choose", cases: [], otherwise: out.port(port) });
        return;
      }
      const next = (name: string) => out.port(name === "next" ? port : name);
      setVariable.emit({ assignments: [...assignments] }, { ...out, port: next });
    },
    *simulate(_data, call) {
      if (assignments.length > 0) yield* setVariable.simulate({ assignments: [...assignments] }, call);
      return port;
    },
  };
}

function written(value: Value): string {
  if (typeof value === "string") return quotedText(value);
  // Whole numbers and others are the same type here, as CEL sees it when there is a point.
  return typeof value === "number" && Number.isInteger(value) ? value.toFixed(1) : String(value);
}
