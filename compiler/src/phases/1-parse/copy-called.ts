import type { Flow, SubFlow, Variable } from "../../flow/index.ts";
import type { Memory } from "../memory.ts";
import { renameVariables } from "./rename-variables.ts";

/** Between the id of a step that calls and those of the steps it stands for. No id of an author's holds one. */
export const within = "~";

/** A flow that is called, as it stands in place of the step that calls it: under ids and names that nothing else has. */
export interface CalledCopy {
  readonly flow: Flow;
  /** What its variables are called here. */
  readonly names: ReadonlyMap<string, string>;
}

/** `languages`: of the flow that calls, for one that is not written in any. `taken`: names of variables, to which its own are added. */
export function copyCalled(
  sub: SubFlow,
  step: string,
  { languages, taken, memory }: { languages: Flow["languages"]; taken: Set<string>; memory: Memory },
): CalledCopy {
  const names = ownNames(sub.variables, step, taken);
  const copies = memory.recall(noCopies, sub, languages);
  const before = copies.get(step);
  if (before !== undefined && haveSame(before.names, names)) return before;
  const copy = { flow: copyOf({ ...sub, languages: sub.languages ?? languages }, step, names), names };
  copies.set(step, copy);
  return copy;
}

/** By the step that calls. */
const noCopies = (_sub: SubFlow, _languages: Flow["languages"]) => new Map<string, CalledCopy>();

function haveSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, now]) => other.get(name) === now);
}

/** `pin` of the flow that the step `check-in` calls is `check_in_pin`, or `check_in_pin_2` where that is taken. */
function ownNames(variables: readonly Variable[], step: string, taken: Set<string>): ReadonlyMap<string, string> {
  return new Map(
    variables.map(({ name }) => {
      const wanted = `${step.replace(/[-~]/g, "_")}_${name}`;
      let free = wanted;
      for (let count = 2; taken.has(free); count += 1) free = `${wanted}_${count}`;
      taken.add(free);
      return [name, free];
    }),
  );
}

function copyOf(sub: SubFlow & Pick<Flow, "languages">, step: string, names: ReadonlyMap<string, string>): Flow {
  const at = (id: string) => `${step}${within}${id}`;
  return {
    formatVersion: 1,
    name: sub.name,
    languages: sub.languages,
    variables: sub.variables.map((one) => ({ ...one, name: names.get(one.name) ?? one.name })),
    steps: sub.steps.map((one) => ({ ...one, id: at(one.id), data: renameVariables(one, names) })),
    edges: sub.edges.map(({ from, port, to }) => ({ from: at(from), port, to: at(to) })),
    notes: [],
    layout: {},
  };
}
