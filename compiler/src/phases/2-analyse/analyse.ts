import { createExpressions, type Expressions } from "../../expressions/expressions.ts";
import type { LinkedFlow } from "../1-parse/link-flow.ts";
import { type Memory, noMemory } from "../memory.ts";
import { type Lowered, lower } from "./lower.ts";

/** What rules and later phases know of a flow: computed once, shared by all of them. */
export interface Analysis extends Lowered {
  readonly linked: LinkedFlow;
  readonly expressions: Expressions;
  /** Steps a call can come to, from any entry. */
  readonly reachable: ReadonlySet<string>;
  /** Of what did not change since an earlier analysis. */
  readonly memory: Memory;
}

export function analyse(linked: LinkedFlow, memory: Memory = noMemory): Analysis {
  return {
    linked,
    ...lower(linked, memory),
    expressions: memory.recall(createExpressions, linked.flow.variables),
    reachable: reachableSteps(linked),
    memory,
  };
}

function reachableSteps(linked: LinkedFlow): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...linked.steps.values()]
    .filter((one) => one.definition.entry !== undefined)
    .map((one) => one.step.id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const port of linked.steps.get(id)?.ports ?? []) {
      const target = linked.target(id, port.id);
      if (target !== undefined) waiting.push(target);
    }
  }
  return reached;
}
