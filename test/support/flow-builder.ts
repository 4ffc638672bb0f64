import { type Fallback, type Flow, findStepDefinition } from "@ozflow/compiler";

/** A flow in a few lines: what a test is about stands out, everything else is the kind's defaults. */
export interface FlowSketch {
  /** By id: the kind, or the kind with data that is laid over its defaults. */
  readonly steps: Readonly<Record<string, string | readonly [kind: string, data: Readonly<Record<string, unknown>>]>>;
  /** `"in > ask.entered > bye"`: one line after the other. A step without a port is left by `next`. */
  readonly edges?: readonly string[];
  /** What callers hear when it fails. */
  readonly fallback?: Fallback;
  /** English only, where none are given. */
  readonly languages?: readonly string[];
  /** Types by name; `secret` is a text that is private. */
  readonly variables?: Readonly<Record<string, Flow["variables"][number]["type"] | "secret">>;
}

export function flow(sketch: FlowSketch): Flow {
  return {
    formatVersion: 1,
    name: "Sketch",
    languages: [...(sketch.languages ?? ["en-US"])],
    ...(sketch.fallback === undefined ? {} : { fallback: sketch.fallback }),
    variables: Object.entries(sketch.variables ?? {}).map(([name, type]) =>
      type === "secret" ? { name, type: "text", secret: true } : { name, type },
    ),
    steps: Object.entries(sketch.steps).map(([id, step]) => {
      const [type, data] = typeof step === "string" ? [step, {}] : step;
      const defaults = findStepDefinition(type)?.defaults as Record<string, unknown> | undefined;
      return { id, type, label: labelOf(id), data: { ...defaults, ...data } };
    }),
    edges: (sketch.edges ?? []).flatMap(chain),
    notes: [],
    layout: {},
  };
}

/** `ask-pin` is called "The ask-pin step": no sentence can name it by accident. */
export function labelOf(id: string): string {
  return `The ${id} step`;
}

function chain(edges: string): Flow["edges"] {
  const stops = edges.split(">").map((stop) => stop.trim());
  return stops.slice(1).map((stop, index) => {
    const [from = "", port = "next"] = (stops[index] ?? "").split(".");
    return { from, port, to: stop.split(".")[0] ?? "" };
  });
}
