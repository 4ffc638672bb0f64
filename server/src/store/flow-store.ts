import type { Kysely } from "kysely";
import { readyQuery } from "./ready-query.ts";
import { sharedRead } from "./shared-read.ts";
import type { FlowRow, Tables } from "./tables.ts";

export type FlowStore = ReturnType<typeof createFlowStore>;
export type { FlowRow } from "./tables.ts";

/** A flow and until when the key it was found by begins calls; null: it is the current one. */
export type KeyedFlow = Pick<FlowRow, "id" | "name" | "publishedRevision" | "deletedAt"> & {
  readonly keyValidUntil: string | null;
};

// Without the draft: it may be megabytes, and this is asked at every callback.
const ofFlow = ["flows.id", "flows.name", "flows.publishedRevision", "flows.deletedAt"] as const;
const findByCurrentKey = readyQuery<Omit<KeyedFlow, "keyValidUntil">, { key: string }>((db, { key }) =>
  db.selectFrom("flows").select(ofFlow).where("key", "=", key),
);

/** What a save changes. */
export type FlowDraft = Pick<FlowRow, "name" | "file" | "stepCount" | "updatedAt">;

/** `reading`: asked at every callback, which then waits for no commit of others. */
export function createFlowStore(db: Kysely<Tables>, reading: Kysely<Tables>) {
  async function findByKey(key: string): Promise<KeyedFlow | undefined> {
    const [flow] = (await reading.executeQuery(findByCurrentKey(reading, { key }))).rows;
    if (flow !== undefined) return { ...flow, keyValidUntil: null };
    return await reading
      .selectFrom("flows")
      .innerJoin("retiredKeys", "retiredKeys.flowId", "flows.id")
      .select(ofFlow)
      .select("retiredKeys.validUntil as keyValidUntil")
      .where("retiredKeys.key", "=", key)
      .executeTakeFirst();
  }

  return {
    /** Flows that are not deleted, the newest change first. */
    list: () =>
      db
        .selectFrom("flows")
        .select(["id", "key", "name", "stepCount", "version", "updatedAt", "publishedRevision", "publishedAt"])
        .where("deletedAt", "is", null)
        .orderBy("updatedAt", "desc")
        .orderBy("id")
        .execute(),

    /** The draft of each flow, and the revision that answers calls where there is one. */
    async listFiles(): Promise<readonly { readonly id: string; readonly name: string; readonly file: string }[]> {
      const drafts = db.selectFrom("flows").select(["id", "name", "file"]).where("deletedAt", "is", null);
      const published = db
        .selectFrom("flows")
        .innerJoin("revisions", (join) =>
          join.onRef("revisions.flowId", "=", "flows.id").onRef("revisions.revision", "=", "flows.publishedRevision"),
        )
        .select(["flows.id", "flows.name", "revisions.file"])
        .where("flows.deletedAt", "is", null);
      return await drafts.unionAll(published).execute();
    },

    find: (id: string): Promise<FlowRow | undefined> =>
      db.selectFrom("flows").selectAll().where("id", "=", id).where("deletedAt", "is", null).executeTakeFirst(),

    /** Of a deleted flow too. */
    async findName(id: string): Promise<string | undefined> {
      return (await db.selectFrom("flows").select("name").where("id", "=", id).executeTakeFirst())?.name;
    },

    /** Deleted flows too: calls that began before go on. */
    findByKey: sharedRead(findByKey),

    /** The old key stays known: calls that run have it in their addresses. */
    renewKey: (id: string, { old, key, oldUntil }: { old: string; key: string; oldUntil: string }): Promise<void> =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable("flows").set({ key }).where("id", "=", id).where("key", "=", old).execute();
        await trx.insertInto("retiredKeys").values({ key: old, flowId: id, validUntil: oldUntil }).execute();
      }),

    async insert(flow: Pick<FlowRow, "id" | "key"> & FlowDraft): Promise<void> {
      const unpublished = { publishedRevision: null, publishedAt: null, deletedAt: null };
      await db
        .insertInto("flows")
        .values({ ...flow, version: 1, ...unpublished })
        .execute();
    },

    /** False when `version` is no longer the current one; nothing is written then. */
    async save(id: string, version: number, draft: FlowDraft): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("flows")
        .set({ ...draft, version: version + 1 })
        .where("id", "=", id)
        .where("version", "=", version)
        .where("deletedAt", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async delete(id: string, deletedAt: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("flows")
        .set({ deletedAt })
        .where("id", "=", id)
        .where("deletedAt", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
