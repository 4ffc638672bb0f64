import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import type { FlowRow } from "../store/flow-store.ts";
import type { Store } from "../store/store.ts";
import { type FlowView, viewFlow, viewPublication } from "./flow-view.ts";

export async function listFlows({ store, settings }: Pick<Deps, "store" | "settings">) {
  return (await store.flows.list()).map((row) => ({
    id: row.id,
    name: row.name,
    updatedAt: row.updatedAt,
    version: row.version,
    steps: row.stepCount,
    published: viewPublication(row, settings),
  }));
}

export async function getFlow({ store, settings }: Pick<Deps, "store" | "settings">, id: string): Promise<FlowView> {
  return viewFlow(await findFlow(store, id), settings);
}

/** Revisions stay, so that calls that run can finish; new calls are no longer answered. */
export async function deleteFlow({ store, clock }: Pick<Deps, "store" | "clock">, id: string): Promise<void> {
  if (!(await store.flows.delete(id, clock.now().toISOString()))) throw noSuchFlow();
}

export async function listRevisions({ store }: Pick<Deps, "store">, id: string) {
  await findFlow(store, id);
  return await store.revisions.list(id);
}

export async function findFlow(store: Pick<Store, "flows">, id: string): Promise<FlowRow> {
  const row = await store.flows.find(id);
  if (row === undefined) throw noSuchFlow();
  return row;
}

function noSuchFlow(): Refusal {
  return new Refusal("not-found", "There is no such flow; it may have been deleted.");
}
