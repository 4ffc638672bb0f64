import type { Flow } from "@ozflow/compiler";
import type { PortAddress } from "./changes/index.ts";
import { portsOf } from "./ports.ts";

/** A way a call can come to a step. */
export interface WayHere extends PortAddress {
  readonly label: string;
  readonly portTitle: string;
}

export function waysHere(flow: Flow, step: string): readonly WayHere[] {
  const here = flow.edges.filter((edge) => edge.to === step);
  const origins = new Set(here.map((edge) => edge.from));
  const steps = new Map(flow.steps.flatMap((one) => (origins.has(one.id) ? [[one.id, one] as const] : [])));
  return here.flatMap(({ from, port }) => {
    const origin = steps.get(from);
    if (origin === undefined) return [];
    const portTitle = portsOf(origin)?.find((one) => one.id === port)?.title ?? port;
    return [{ step: from, port, label: origin.label === "" ? from : origin.label, portTitle }];
  });
}
