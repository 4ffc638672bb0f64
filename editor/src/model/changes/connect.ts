import type { Change } from "../change.ts";
import { canBeLedTo } from "../ports.ts";
import type { PortAddress } from "./add-step.ts";

/** Leads the port to the step. What it led to before is let go: a call can only go one way. */
export function connect(from: PortAddress, to: string): Change {
  return {
    name: "connect",
    apply(flow) {
      const target = flow.steps.find((step) => step.id === to);
      const sourceExists = flow.steps.some((step) => step.id === from.step);
      if (target === undefined || !sourceExists || !canBeLedTo(target)) return flow;
      const before = flow.edges.find((edge) => edge.from === from.step && edge.port === from.port);
      if (before?.to === to) return flow;
      return {
        ...flow,
        edges: [...flow.edges.filter((edge) => edge !== before), { from: from.step, port: from.port, to }],
      };
    },
  };
}

export function disconnect(ports: readonly PortAddress[]): Change {
  return {
    name: "disconnect",
    apply(flow) {
      const edges = flow.edges.filter((edge) => !ports.some((one) => one.step === edge.from && one.port === edge.port));
      return edges.length === flow.edges.length ? flow : { ...flow, edges };
    },
  };
}
