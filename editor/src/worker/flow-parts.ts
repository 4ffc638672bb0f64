import type { Flow, Step } from "@ozflow/compiler";

/**
 * A flow as it is told to a thread that has an earlier one: copying all of a large flow for each key would hold up the page,
 * and what comes as the same object need not be looked into again.
 */
export interface FlowParts {
  /** What is not as in the earlier flow. */
  readonly other: Partial<Flow>;
  /** Names of what is. */
  readonly same: readonly (keyof Flow)[];
  /** For each step the place where the earlier flow has it, or the step itself. */
  readonly steps: readonly (number | Step)[];
}

/** What has to be told to whoever has `before`, which is the flow that was told last. */
export function partsOf(flow: Flow, before: Flow | undefined): FlowParts {
  const places = new Map(before?.steps.map((step, place) => [step, place]));
  const names = (Object.keys(flow) as (keyof Flow)[]).filter((name) => name !== "steps");
  const same = names.filter((name) => before !== undefined && before[name] === flow[name]);
  const other = Object.fromEntries(names.flatMap((name) => (same.includes(name) ? [] : [[name, flow[name]]])));
  return { other, same, steps: flow.steps.map((step) => places.get(step) ?? step) };
}

/** The other end: `before` is what this made of the parts that came last. */
export function putTogether({ other, same, steps }: FlowParts, before: Flow | undefined): Flow {
  const kept = Object.fromEntries(same.map((name) => [name, before?.[name]]));
  const all = steps.flatMap((step) => (typeof step === "number" ? (before?.steps[step] ?? []) : step));
  // Each name of a flow is in one of the three.
  return { ...kept, ...other, steps: all } as Flow;
}
