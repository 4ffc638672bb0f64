import type { Kysely } from "kysely";
import { readyQuery } from "./ready-query.ts";
import { type RememberedRead, rememberedRead } from "./remembered-read.ts";
import { sharedRead } from "./shared-read.ts";
import type { FlowRow, Tables } from "./tables.ts";

/** A flow and until when the key it was found by begins calls; null: it is the current one. */
export type KeyedFlow = Pick<FlowRow, "id" | "name" | "publishedRevision" | "deletedAt"> & {
  readonly keyValidUntil: string | null;
};

/** Flows by their keys, as every callback asks for them. */
export type KeyedFlows = RememberedRead<KeyedFlow>;

/** `isShared`: others may publish on this database, so it is asked each time, once for all who ask about the same time. */
export function createKeyedFlows(reading: Kysely<Tables>, isShared: boolean): KeyedFlows {
  const read = (key: string) => findByKey(reading, key);
  return isShared ? { find: sharedRead(read), forget() {} } : rememberedRead(read);
}

// Without the draft: it may be megabytes.
const ofFlow = ["flows.id", "flows.name", "flows.publishedRevision", "flows.deletedAt"] as const;

const findByCurrentKey = readyQuery<Omit<KeyedFlow, "keyValidUntil">, { key: string }>((db, { key }) =>
  db.selectFrom("flows").select(ofFlow).where("key", "=", key),
);

async function findByKey(db: Kysely<Tables>, key: string): Promise<KeyedFlow | undefined> {
  const [flow] = (await db.executeQuery(findByCurrentKey(db, { key }))).rows;
  if (flow !== undefined) return { ...flow, keyValidUntil: null };
  return await db
    .selectFrom("flows")
    .innerJoin("retiredKeys", "retiredKeys.flowId", "flows.id")
    .select(ofFlow)
    .select("retiredKeys.validUntil as keyValidUntil")
    .where("retiredKeys.key", "=", key)
    .executeTakeFirst();
}
