import type { Flow, Step } from "@ozflow/compiler";

/** The step of this id. Every card asks after every change, so steps are sorted once for each list of them. */
export function stepOf({ steps }: Pick<Flow, "steps">, id: string): Step | undefined {
  let known = remembered.get(steps);
  if (known === undefined) {
    known = new Map(steps.map((step) => [step.id, step]));
    remembered.set(steps, known);
  }
  return known.get(id);
}

const remembered = new WeakMap<Flow["steps"], ReadonlyMap<string, Step>>();
