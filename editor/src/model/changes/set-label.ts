import type { Change } from "../change.ts";

/** Longest label, in characters (the flow file's own bound). */
export const maxLabelLength = 120;

export function setLabel(id: string, label: string): Change {
  return {
    name: "rename-step",
    group: `label ${id}`,
    apply(flow) {
      const short = label.slice(0, maxLabelLength);
      if (!flow.steps.some((step) => step.id === id && step.label !== short)) return flow;
      return { ...flow, steps: flow.steps.map((step) => (step.id === id ? { ...step, label: short } : step)) };
    },
  };
}
