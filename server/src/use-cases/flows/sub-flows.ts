import { asFrozenSubFlow, asSubFlow, emptyFlow, type SubFlow, withSubFlows } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import type { Store } from "../../store/store.ts";
import { storedFlow } from "./flow-view.ts";
import { findFlow } from "./look-at-flows.ts";

/**
 * A flow as others go through it: what is published of it, with what that was published with; of one that never was, what
 * is saved.
 */
export async function findSubFlow(
  { flows, revisions }: Pick<Store, "flows" | "revisions">,
  id: string,
): Promise<SubFlow | undefined> {
  const row = await flows.find(id);
  if (row === undefined) return undefined;
  const revision = row.publishedRevision === null ? undefined : await revisions.find(id, row.publishedRevision);
  return revision === undefined ? asSubFlow(storedFlow(row)) : asFrozenSubFlow(storedFlow(revision));
}

/** The flow and all that a call can go through from it, by their ids. */
export async function lookThrough(
  { store }: Pick<Deps, "store">,
  id: string,
): Promise<{ readonly revision: number | null; readonly subFlows: Readonly<Record<string, SubFlow>> }> {
  const { publishedRevision: revision } = await findFlow(store, id);
  const call = { id: "call", type: "sub-flow", label: "", data: { flow: id, parameters: [], results: [], ends: [] } };
  const caller = { ...emptyFlow("Caller"), steps: [call] };
  const { subFlows = {} } = await withSubFlows(caller, (one) => findSubFlow(store, one));
  return { revision, subFlows };
}
