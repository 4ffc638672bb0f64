import dagre from "@dagrejs/dagre";
import { type Flow, findStepDefinition, type Step } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { portsOf } from "../ports.ts";
import { type Size, whole } from "./add-step.ts";
import { framesOf } from "./frames.ts";

/** Pixels between steps: enough for the lines to be told apart. */
const gaps = { ranksep: 80, nodesep: 40 };

/** Lays the flow out from left to right, the ways out of a step from top to bottom in the order of its ports. */
export function arrange(sizeOf: (step: Step) => Size): Change {
  return {
    name: "arrange",
    apply(flow) {
      const graph = new dagre.graphlib.Graph({ multigraph: true, compound: true });
      graph.setGraph({ rankdir: "LR", ...gaps });
      graph.setDefaultEdgeLabel(() => ({}));
      const steps = inReadingOrder(flow);
      for (const step of steps) graph.setNode(step.id, { ...sizeOf(step) });
      // What is in one frame stays together.
      for (const frame of framesOf(flow)) {
        const cluster = `frame:${frame.id}`;
        graph.setNode(cluster, {});
        for (const step of frame.steps) if (graph.hasNode(step)) graph.setParent(step, cluster);
      }
      for (const { from, to, port } of steps.flatMap((step) => edgesInPortOrder(flow, step))) {
        if (graph.hasNode(to)) graph.setEdge(from, to, {}, port);
      }
      // The order heuristic swaps ways out to save crossings; the order of the keys is worth more to a reader.
      dagre.layout(graph, { disableOptimalOrderHeuristic: true });
      const layout = Object.fromEntries(
        steps.map((step) => {
          const { x, y, width, height } = graph.node(step.id);
          return [step.id, whole({ x: x - width / 2, y: y - height / 2 })];
        }),
      );
      return { ...flow, layout };
    },
  };
}

/** Entries first, then along the ports as a caller would come by. */
function inReadingOrder(flow: Flow): readonly Step[] {
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const seen = new Set<Step>();
  const entries = flow.steps.filter((step) => findStepDefinition(step.type)?.entry !== undefined);
  const waiting = [...entries, ...flow.steps].reverse();
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    for (const edge of edgesInPortOrder(flow, step).toReversed()) {
      const next = steps.get(edge.to);
      if (next !== undefined && !seen.has(next)) waiting.push(next);
    }
  }
  return [...seen];
}

function edgesInPortOrder(flow: Flow, step: Step) {
  const order = portsOf(step)?.map((port) => port.id) ?? [];
  return flow.edges
    .filter((edge) => edge.from === step.id)
    .sort((a, b) => order.indexOf(a.port) - order.indexOf(b.port));
}
