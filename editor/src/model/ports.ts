import { findStepDefinition, type Port, type Step } from "@ozflow/compiler";
import { say } from "./say.ts";

/** A way out, called as authors see it. */
export interface ShownPort extends Omit<Port, "title"> {
  readonly title: string;
}

/**
 * The ways out of a step. While a field is half typed its data may be refused by the schema; most definitions can still
 * tell their ports then. Undefined: this one cannot, or its kind is unknown.
 */
export function portsOf(step: Step): readonly ShownPort[] | undefined {
  const known = remembered.get(step);
  if (known !== undefined) return known;
  const ports = askForPorts(step);
  if (ports !== undefined) remembered.set(step, ports);
  return ports;
}

/** Steps are never changed in place, so an answer stays right as long as the step lives. */
const remembered = new WeakMap<Step, readonly ShownPort[]>();

function askForPorts(step: Step): readonly ShownPort[] | undefined {
  try {
    return findStepDefinition(step.type)
      ?.ports(step.data)
      .map((port) => ({ ...port, title: say(port.title) }));
  } catch {
    // The definition may expect data that its schema has accepted; it was asked before that is true.
    return undefined;
  }
}

/** What the card says. Empty when the data is too unfinished to be summed up. */
export function summaryOf(step: Step): string {
  try {
    return say(findStepDefinition(step.type)?.summary(step.data) ?? "");
  } catch {
    return "";
  }
}

/** Whether other steps may lead here: a call begins at an entry and never comes back to one. */
export function canBeLedTo(step: Step): boolean {
  return findStepDefinition(step.type)?.entry === undefined;
}
