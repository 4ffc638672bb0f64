import type { CallerAction, Flow, World } from "@ozflow/compiler";

/** A flow that shows what random ones seldom do, and a caller who meets it. */
export interface TellingFlow {
  readonly flow: Flow;
  readonly caller: readonly CallerAction[];
  readonly world?: World;
}

export const press = (keys: string): CallerAction => ({ does: "press", keys });
export const asking = {
  method: "GET",
  query: [],
  headers: [],
  bodyKind: "none",
  fields: [],
  statuses: [],
  timeoutSeconds: 5,
  retries: 0,
};
export const question = { timeoutSeconds: 3, attempts: 2, noInputPrompt: { say: "" }, invalidPrompt: { say: "No" } };

export const one = { key: "1", label: "One" };
export const two = { key: "2", label: "Two" };
export const recording = { maxSeconds: 10, silenceSeconds: 2, finishKeys: "#", format: "wav" };

export function flow(
  name: string,
  steps: readonly (readonly [id: string, type: string, data: object])[],
  lines: readonly string[],
): Flow {
  const edges = lines.map((line) => {
    const [, from = "", port = "", to = ""] = /^(\S+) (\S+) (\S+)$/.exec(line) ?? [];
    return { from, port, to };
  });
  return {
    formatVersion: 1,
    name,
    languages: ["en-US"],
    variables: [
      { name: "count", type: "number" },
      { name: "name", type: "text", initial: "nobody" },
      { name: "entry", type: "text" },
    ],
    steps: steps.map(([id, type, data]) => ({ id, type, label: id, data: { ...data } })),
    edges,
    notes: [],
    layout: {},
  };
}
