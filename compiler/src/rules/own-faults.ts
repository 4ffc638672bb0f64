import type { Diagnostic, Flow, Step } from "../flow/index.ts";
import type { LinkedStep } from "../phases/1-parse/link-steps.ts";
import { checkData, nameOf } from "../phases/1-parse/read-flow.ts";
import { findStepDefinition } from "../steps/registry.ts";
import { said } from "../words/said.ts";

/**
 * What a step's own data shows, wherever the step stands: a part of what `check` says of its flow, found without looking at
 * the rest, so that it can be told while somebody types.
 */
export function ownFaults(step: Step, flow: Pick<Flow, "variables">): readonly Diagnostic[] {
  const faults = checkData(step);
  const definition = findStepDefinition(step.type);
  if (definition === undefined || faults.length > 0) return faults;
  return faultsByDefinition({ step, definition, data: definition.schema.parse(step.data) }, flow);
}

/** What the definition of a step finds in data that its schema has accepted. */
export function faultsByDefinition(
  { step, definition, data }: Pick<LinkedStep, "step" | "definition" | "data">,
  { variables }: Pick<Flow, "variables">,
): Diagnostic[] {
  return (definition.check?.(data, { variables }) ?? []).map((one) => ({
    ...one,
    ...said`${nameOf(step)}: ${one.message}`,
    step: step.id,
  }));
}
