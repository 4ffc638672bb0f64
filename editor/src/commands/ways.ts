import type { Flow, Step } from "@ozflow/compiler";
import { portsOf, type ShownPort } from "../model/ports.ts";
import type { WayDeed } from "../model/view-store.ts";

/** A way out of a step, and the step it leads to. */
export interface WayOut {
  readonly port: ShownPort;
  readonly to: Step | undefined;
}

export function waysOut(flow: Flow, id: string): readonly WayOut[] {
  const step = flow.steps.find((one) => one.id === id);
  const targets = new Map(flow.edges.filter(({ from }) => from === id).map(({ port, to }) => [port, to]));
  const target = (port: string) => flow.steps.find((one) => one.id === targets.get(port));
  return ((step && portsOf(step)) ?? []).map((port) => ({ port, to: target(port.id) }));
}

/** The ways out with which that can be done: a line can only be taken away, followed or parted where there is one. */
export function waysFor(deed: WayDeed, flow: Flow, step: string): readonly WayOut[] {
  const ways = waysOut(flow, step);
  switch (deed) {
    case "connect":
      return ways;
    case "add-next":
      return ways.filter(({ to }) => to === undefined);
    case "disconnect":
    case "follow":
    case "insert":
      return ways.filter(({ to }) => to !== undefined);
  }
}
