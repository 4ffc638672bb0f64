import { type Fallback, type Flow, type Promises, type Variable, withPromises } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { maxLabelLength } from "./set-label.ts";

export function renameFlow(name: string): Change {
  const short = name.slice(0, maxLabelLength);
  return {
    name: "rename-flow",
    group: "flow name",
    apply: (flow) => (flow.name === short || short === "" ? flow : { ...flow, name: short }),
  };
}

export function setVariables(variables: readonly Variable[], group?: string): Change {
  return {
    name: "edit-variables",
    ...(group === undefined ? {} : { group }),
    apply: (flow) => ({ ...flow, variables: [...variables] }),
  };
}

/** @param group What is typed in one field is one undo step. */
export function setPromises(promises: Promises, group: string): Change {
  return { name: "edit-promises", group, apply: (flow) => withPromises(flow, promises) };
}

/** What callers hear when the flow fails; undefined: what the server says. `group` as for promises. */
export function setFallback(fallback: Fallback | undefined, group: string): Change {
  return {
    name: "edit-fallback",
    group,
    apply: ({ fallback: _, ...flow }) => (fallback === undefined ? flow : { ...flow, fallback }),
  };
}

export function addVariable(variable: Variable): Change {
  return {
    name: "edit-variables",
    apply: (flow) =>
      flow.variables.some((one) => one.name === variable.name)
        ? flow
        : { ...flow, variables: [...flow.variables, variable] },
  };
}

/** Everything as another flow has it, as one step that can be undone: what another person saved, what was published once. */
export function takeOver(other: Flow, name: "take-over" | "restore" = "take-over"): Change {
  return { name, apply: () => other };
}
