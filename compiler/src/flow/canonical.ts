import type { Flow } from "./flow.ts";

/**
 * The one way a flow is written: keys sorted, lists in the order of their ids, two spaces, a newline at the end.
 * Two flows that mean the same and lie the same give the same bytes, so a diff shows only what somebody changed.
 */
export function writeFlow(flow: Flow): string {
  return `${JSON.stringify(sortKeys(canonicalFlow(flow)), null, 2)}\n`;
}

/** The order of steps, edges and notes carries no meaning; the order of variables is the author's and stays. */
export function canonicalFlow(flow: Flow): Flow {
  const known = new Set(flow.steps.map((step) => step.id));
  const { frames = [], subFlows, ...rest } = flow;
  return {
    ...rest,
    ...(frames.length === 0 ? {} : { frames: canonicalFrames(frames, known) }),
    ...inOrder(flow),
    ...(subFlows === undefined ? {} : { subFlows: canonicalSubFlows(subFlows) }),
    notes: [...flow.notes].sort(by((note) => note.id)),
    layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => known.has(id))),
  };
}

function canonicalSubFlows(flows: NonNullable<Flow["subFlows"]>): NonNullable<Flow["subFlows"]> {
  return Object.fromEntries(
    Object.entries(flows).map(([id, { subFlows, ...one }]) => [
      id,
      { ...one, ...inOrder(one), ...(subFlows === undefined ? {} : { subFlows: canonicalSubFlows(subFlows) }) },
    ]),
  );
}

/** What is in none of the steps any more is in no frame either. */
function canonicalFrames(frames: NonNullable<Flow["frames"]>, known: ReadonlySet<string>): NonNullable<Flow["frames"]> {
  return frames
    .map((frame) => ({ ...frame, steps: frame.steps.filter((id) => known.has(id)).sort() }))
    .filter(({ steps }) => steps.length > 0)
    .sort(by((frame) => frame.id));
}

function inOrder({ steps, edges }: Pick<Flow, "steps" | "edges">): Pick<Flow, "steps" | "edges"> {
  return {
    steps: [...steps].sort(by((step) => step.id)),
    edges: [...edges].sort(by((edge) => `${edge.from}\0${edge.port}\0${edge.to}`)),
  };
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(by(([key]) => key)).map(([key, item]) => [key, sortKeys(item)]));
}
