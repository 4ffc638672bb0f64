import type { Flow } from "@ozflow/compiler";
import type { PortAddress } from "./changes/index.ts";
import { portsOf } from "./ports.ts";

/** A way a call can come to a step. */
export interface WayHere extends PortAddress {
  readonly label: string;
  readonly portTitle: string;
}

export function waysHere(flow: Flow, step: string): readonly WayHere[] {
  return flow.edges.flatMap((edge) => {
    const from = flow.steps.find((one) => one.id === edge.from);
    if (edge.to !== step || from === undefined) return [];
    const portTitle = portsOf(from)?.find((port) => port.id === edge.port)?.title ?? edge.port;
    return [{ step: from.id, port: edge.port, label: from.label === "" ? from.id : from.label, portTitle }];
  });
}
