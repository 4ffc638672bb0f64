import type { Change } from "../change.ts";
import { canBeLedTo, portsOf } from "../ports.ts";
import { addStep, type PortAddress, type Position } from "./add-step.ts";
import { connect } from "./connect.ts";

/** Adds a step in the midst of a line: the port leads to it, and its first way out to where the line led. */
export function insertStep(type: string, position: Position, into: PortAddress): Change {
  return {
    name: "add-step",
    apply(flow) {
      const line = flow.edges.find((edge) => edge.from === into.step && edge.port === into.port);
      const added = addStep(type, position).apply(flow);
      const step = added.steps.at(-1);
      if (added === flow || step === undefined || line === undefined || !canBeLedTo(step)) return added;
      const led = connect(into, step.id).apply(added);
      const way = portsOf(step)?.find(({ kind }) => kind !== "failure");
      return way === undefined ? led : connect({ step: step.id, port: way.id }, line.to).apply(led);
    },
  };
}
