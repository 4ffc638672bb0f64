import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { FlowRow } from "../../store/flow-store.ts";
import type { Store } from "../../store/store.ts";
import { type FlowView, storedFlow, viewFlow, viewPublication } from "./flow-view.ts";
import { flowsThatName } from "./flows-that-name.ts";

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

/** Revisions stay, so that calls that run can finish; new calls are no longer answered. Refused while others go through it. */
export async function deleteFlow({ store, clock }: Pick<Deps, "store" | "clock">, id: string): Promise<void> {
  const usedBy = ((await flowsThatName(store, "flow")).get(id) ?? []).filter((one) => one.id !== id);
  if (usedBy.length > 0) {
    const flows = usedBy.map(({ name }) => `"${name}"`).join(", ");
    throw new Refusal("in-use", said`Calls go through it from ${flows}. Change that there and publish first.`, {
      usedBy,
    });
  }
  if (!(await store.flows.delete(id, clock.now().toISOString()))) throw noSuchFlow();
}

export async function listRevisions({ store }: Pick<Deps, "store">, id: string) {
  await findFlow(store, id);
  return await store.revisions.list(id);
}

/** A revision as it was frozen, with the flow it was made of. */
export async function getRevision({ store }: Pick<Deps, "store">, id: string, revision: number) {
  await findFlow(store, id);
  const row = await store.revisions.find(id, revision);
  if (row === undefined) throw new Refusal("not-found", said`This flow has no revision ${revision}.`);
  const { publishedAt, publishedBy, message } = row;
  return { revision, publishedAt, publishedBy, message, flow: storedFlow(row) };
}

export async function findFlow(store: Pick<Store, "flows">, id: string): Promise<FlowRow> {
  const row = await store.flows.find(id);
  if (row === undefined) throw noSuchFlow();
  return row;
}

function noSuchFlow(): Refusal {
  return new Refusal("not-found", said`There is no such flow; it may have been deleted.`);
}
