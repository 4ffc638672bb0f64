import type { Flow, Variable } from "@ozflow/compiler";
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

export function setLanguages(languages: readonly string[]): Change {
  return {
    name: "edit-languages",
    apply: (flow) => (languages.length === 0 ? flow : { ...flow, languages: [...languages] }),
  };
}

export function setVariables(variables: readonly Variable[], group?: string): Change {
  return {
    name: "edit-variables",
    ...(group === undefined ? {} : { group }),
    apply: (flow) => ({ ...flow, variables: [...variables] }),
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

/** Everything as another flow has it, as one step that can be undone: what another person saved, an import. */
export function takeOver(other: Flow): Change {
  return { name: "take-over", apply: () => other };
}
