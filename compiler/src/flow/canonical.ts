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
  return {
    ...flow,
    steps: [...flow.steps].sort(by((step) => step.id)),
    edges: [...flow.edges].sort(by((edge) => `${edge.from}\0${edge.port}\0${edge.to}`)),
    notes: [...flow.notes].sort(by((note) => note.id)),
    layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => known.has(id))),
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
