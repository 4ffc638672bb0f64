import type { Flow, SubFlow } from "../../flow/index.ts";
import { findStepDefinition } from "../../steps/registry.ts";

/** Where flows are kept: the server, a folder. Undefined: there is none of that id. */
export type FindSubFlow = (id: string) => Promise<SubFlow | undefined>;

/**
 * The flow together with every flow that a call of it can go through. What is found takes the place of what the file holds
 * under that id; what is not found stays as it is in the file, if it is there. What was frozen with one of them is not
 * looked for.
 */
export async function withSubFlows(flow: Flow, find: FindSubFlow): Promise<Flow> {
  const subFlows: Record<string, SubFlow> = {};
  const waiting = [...flowsCalled(flow)];
  for (const id of waiting) {
    if (Object.hasOwn(subFlows, id)) continue;
    const held = Object.hasOwn(flow.subFlows ?? {}, id) ? flow.subFlows?.[id] : undefined;
    const sub = (await find(id)) ?? held;
    if (sub === undefined) continue;
    subFlows[id] = sub;
    waiting.push(...calledFromOutside(sub));
  }
  const { subFlows: _held, ...own } = flow;
  return Object.keys(subFlows).length === 0 ? own : { ...own, subFlows };
}

/** A draft as others call it: with whatever there is of what it calls itself. */
export function asSubFlow({ name, languages, variables, steps, edges }: Flow): SubFlow {
  return { name, languages, variables, steps, edges };
}

/** A published flow as others call it: with what it was published with. */
export function asFrozenSubFlow(flow: Flow): SubFlow {
  return flow.subFlows === undefined ? asSubFlow(flow) : { ...asSubFlow(flow), subFlows: flow.subFlows };
}

/** What it calls, and what it was frozen with calls, that was not frozen with it. */
function calledFromOutside(sub: SubFlow): readonly string[] {
  const own = sub.subFlows ?? {};
  const all = [...flowsCalled(sub), ...Object.values(own).flatMap(calledFromOutside)];
  return all.filter((id) => !Object.hasOwn(own, id));
}

/** Ids of the flows that its own steps call, each once. */
export function flowsCalled({ steps }: Pick<Flow, "steps">): readonly string[] {
  const ids = steps.flatMap(({ type, data }) => {
    const definition = findStepDefinition(type);
    const parsed = definition?.calls === undefined ? undefined : definition.schema.safeParse(data);
    const id = parsed?.success === true ? definition?.calls?.(parsed.data).flow : undefined;
    return id === undefined || id === "" ? [] : [id];
  });
  return [...new Set(ids)].sort();
}
