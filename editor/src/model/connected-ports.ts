import type { Flow } from "@ozflow/compiler";
import type { PortAddress } from "./changes/index.ts";

/** Whether a line leaves by this port. Every port of every card asks after every change, so the answer is kept per list of edges. */
export function isConnected(flow: Flow, { step, port }: PortAddress): boolean {
  let known = remembered.get(flow.edges);
  if (known === undefined) {
    known = new Set(flow.edges.map((edge) => `${edge.from}/${edge.port}`));
    remembered.set(flow.edges, known);
  }
  return known.has(`${step}/${port}`);
}

const remembered = new WeakMap<Flow["edges"], ReadonlySet<string>>();
