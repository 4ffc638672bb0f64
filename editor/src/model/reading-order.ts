import type { Flow, Step } from "@ozflow/compiler";
import { stepsInOrder } from "./outline.ts";

/**
 * Steps in the order a call comes to them, which is the order of Tab and of screen readers. It is found anew only when
 * steps come or go or lead elsewhere: typing and dragging ask for it all the time.
 */
export function createReadingOrder(): (flow: Flow) => readonly Step[] {
  let edges: Flow["edges"] | undefined;
  let ids: readonly string[] = [];
  let places: readonly number[] = [];
  return (flow) => {
    const isKnown =
      flow.edges === edges &&
      flow.steps.length === ids.length &&
      flow.steps.every(({ id }, index) => id === ids[index]);
    if (!isKnown) {
      edges = flow.edges;
      ids = flow.steps.map(({ id }) => id);
      const at = new Map(ids.map((id, index) => [id, index]));
      places = stepsInOrder(flow).map(({ id }) => at.get(id) ?? 0);
    }
    return places.flatMap((place) => flow.steps[place] ?? []);
  };
}
