import { withoutPromisesAbout } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { framesOf, withFrames, without } from "./frames.ts";

/** Takes steps away, with every edge that touches them and their place on the canvas. */
export function removeSteps(ids: readonly string[]): Change {
  return {
    name: "remove-steps",
    apply(flow) {
      const gone = new Set(ids);
      const steps = flow.steps.filter((step) => !gone.has(step.id));
      if (steps.length === flow.steps.length) return flow;
      return {
        ...withFrames(withoutPromisesAbout(flow, gone), without(framesOf(flow), gone)),
        steps,
        edges: flow.edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)),
        layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => !gone.has(id))),
      };
    },
  };
}
