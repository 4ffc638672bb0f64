import { type Flow, findStepDefinition, type Step, type Variable } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { variablesNamedIn } from "../fields.ts";
import { inFlowLanguage } from "../first-words.ts";
import { freeLabel, freeStepId, stepIdsOf } from "../step-ids.ts";
import { titleOf } from "../step-words.ts";
import { connect } from "./connect.ts";

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PortAddress {
  readonly step: string;
  readonly port: string;
}

function newStep(flow: Flow, type: string): Step | undefined {
  const definition = findStepDefinition(type);
  if (definition === undefined) return undefined;
  const label = freeLabel(titleOf(type), flow);
  // Defaults are typed by their own schema, which is an object for every kind; the registry has forgotten it.
  const data = structuredClone(inFlowLanguage(definition.defaults as Step["data"], flow));
  return { id: freeStepId(definition.title, stepIdsOf(flow)), type, label, data };
}

/** Adds a step with the defaults of its kind, the variables those name, and the edge that leads to it. */
export function addStep(type: string, position: Position, from?: PortAddress): Change {
  return {
    name: "add-step",
    apply(flow) {
      const step = newStep(flow, type);
      if (step === undefined) return flow;
      const added: Flow = {
        ...flow,
        variables: withVariablesOf([step], flow.variables),
        steps: [...flow.steps, step],
        layout: { ...flow.layout, [step.id]: whole(position) },
      };
      return from === undefined ? added : connect(from, step.id).apply(added);
    },
  };
}

/** The variables, and those that the steps name and nobody declared. */
export function withVariablesOf(steps: readonly Step[], variables: Flow["variables"]): Flow["variables"] {
  const declared = new Map<string, Variable>(variables.map((one) => [one.name, one]));
  for (const step of steps) {
    const definition = findStepDefinition(step.type);
    if (definition === undefined) continue;
    for (const named of variablesNamedIn(definition.schema, step.data)) {
      if (!declared.has(named.name)) declared.set(named.name, named);
    }
  }
  return declared.size === variables.length ? variables : [...declared.values()];
}

/** Fractions of a pixel would only make files differ. */
export function whole({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
