import type { Said, Words } from "../words/said.ts";
import type { Flow, Step } from "./flow.ts";
import { withoutPromisesAbout, withPromises } from "./promises.ts";

/** Something that can be done to a flow, as data. */
export type Edit =
  /** `path` into the step's data; what stands there is replaced. */
  | {
      readonly edit: "set";
      readonly step: string;
      readonly path: readonly (string | number)[];
      readonly value: unknown;
    }
  /** With all lines from and to it. */
  | { readonly edit: "remove-step"; readonly step: string }
  | { readonly edit: "remove-variable"; readonly name: string }
  /** To callers in general, or about the outcome at a step. */
  | {
      readonly edit: "promise";
      readonly about: "silentCallerGone" | "personReached" | { readonly step: string };
      readonly seconds: number;
    }
  | { readonly edit: "add-language" | "remove-language"; readonly language: string }
  /** Beside the step it comes behind; its id is made from `step.type` when it is taken. */
  | { readonly edit: "add-behind"; readonly from: string; readonly port: string; readonly step: Omit<Step, "id"> };

/** What mends a fault: what it does, in words of a button, and how. */
export interface Fix {
  readonly title: string;
  /** What the title is made of. */
  readonly words: Words;
  readonly edits: readonly Edit[];
}

export function fixBy({ message, words }: Said, edits: readonly Edit[]): Fix {
  return { title: message, words, edits };
}

/** Pixels on the canvas from a step to what is put behind it: a card and some room. */
const behind = { x: 320, y: 60 };

/** The flow with the edits made, in their order. An edit of what is not there changes nothing. */
export function applyEdits(flow: Flow, edits: readonly Edit[]): Flow {
  return edits.reduce(applyEdit, flow);
}

function applyEdit(flow: Flow, edit: Edit): Flow {
  switch (edit.edit) {
    case "set": {
      const { step, path, value } = edit;
      if (!flow.steps.some(({ id }) => id === step)) return flow;
      const set = (one: Step) => (one.id === step ? { ...one, data: put(one.data, path, value) as Step["data"] } : one);
      return { ...flow, steps: flow.steps.map(set) };
    }
    case "remove-step": {
      const { [edit.step]: _gone, ...layout } = flow.layout;
      return {
        ...withoutPromisesAbout(flow, new Set([edit.step])),
        steps: flow.steps.filter(({ id }) => id !== edit.step),
        edges: flow.edges.filter(({ from, to }) => from !== edit.step && to !== edit.step),
        layout,
      };
    }
    case "remove-variable":
      return { ...flow, variables: flow.variables.filter(({ name }) => name !== edit.name) };
    case "promise": {
      const { about, seconds } = edit;
      if (typeof about === "string") return withPromises(flow, { ...flow.promises, [about]: seconds });
      const others = (flow.promises?.outcomes ?? []).filter(({ step }) => step !== about.step);
      return withPromises(flow, { ...flow.promises, outcomes: [...others, { step: about.step, seconds }] });
    }
    case "add-language":
      return { ...flow, languages: [...new Set([...flow.languages, edit.language])] };
    case "remove-language":
      return { ...flow, languages: flow.languages.filter((one) => one !== edit.language) };
    case "add-behind": {
      const { from, port, step } = edit;
      if (!flow.steps.some(({ id }) => id === from)) return flow;
      const id = freeId(step.type, flow);
      const { x, y } = flow.layout[from] ?? { x: 0, y: 0 };
      return {
        ...flow,
        steps: [...flow.steps, { ...step, id }],
        edges: [...flow.edges.filter((one) => one.from !== from || one.port !== port), { from, port, to: id }],
        layout: { ...flow.layout, [id]: { x: x + behind.x, y: y + behind.y } },
      };
    }
  }
}

function freeId(type: string, { steps }: Flow): string {
  const taken = new Set(steps.map(({ id }) => id));
  let id = type;
  for (let count = 2; taken.has(id); count += 1) id = `${type}-${count}`;
  return id;
}

function put(data: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    if (!Array.isArray(data)) return data;
    return data.map((one, index) => (index === key ? put(one, rest, value) : one));
  }
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: put(fields[key], rest, value) };
}
