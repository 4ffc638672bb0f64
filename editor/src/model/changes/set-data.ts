import type { Edge, Flow, Step } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { portsOf } from "../ports.ts";

/**
 * New data for a step. When an entry keeps its place and only its port gets another name (menu key 1 becomes 2), the
 * edge follows the entry; the edges of ports that are gone go with them.
 */
export function setData(id: string, data: Step["data"], group?: string): Change {
  return {
    name: "edit-step",
    ...(group === undefined ? {} : { group }),
    apply(flow) {
      const before = flow.steps.find((step) => step.id === id);
      if (before === undefined || before.data === data) return flow;
      const after: Step = { ...before, data };
      return {
        ...flow,
        steps: flow.steps.map((step) => (step === before ? after : step)),
        edges: followPorts(flow.edges, before, after),
      };
    },
  };
}

function followPorts(edges: Flow["edges"], before: Step, after: Step): Flow["edges"] {
  const portsAfter = portsOf(after)?.map((port) => port.id);
  // Ports that cannot be told are not ports that are gone: the author is in the middle of a word.
  if (portsAfter === undefined) return edges;
  const portsBefore = portsOf(before)?.map((port) => port.id) ?? portsAfter;
  const renamed = renamedPorts(portsBefore, portsAfter);
  const exists = new Set(portsAfter);
  // Two entries with one key are an edit half done; what the other one led to must not be lost by it.
  const unfinished = exists.size < portsAfter.length;

  const kept: Edge[] = [];
  for (const edge of edges) {
    if (edge.from !== after.id) kept.push(edge);
    else {
      const port = renamed.get(edge.port) ?? edge.port;
      if (exists.has(port) || unfinished) kept.push(port === edge.port ? edge : { ...edge, port });
    }
  }
  return kept.length === edges.length && kept.every((edge, index) => edge === edges[index]) ? edges : kept;
}

/** Old name to new name of every port that kept its place, where the new name is nobody else's old one. */
function renamedPorts(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  if (before.length !== after.length) return new Map();
  return new Map(
    before.flatMap((old, index) => {
      const now = after[index];
      return now === undefined || after.includes(old) || before.includes(now) ? [] : [[old, now] as const];
    }),
  );
}
