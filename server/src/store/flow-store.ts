import type { Kysely } from "kysely";
import type { KeyedFlow, KeyedFlows } from "./keyed-flows.ts";
import type { FlowRow, Tables } from "./tables.ts";

export type FlowStore = ReturnType<typeof createFlowStore>;
export type { FlowRow } from "./tables.ts";

/** What a save changes. */
export type FlowDraft = Pick<FlowRow, "name" | "file" | "stepCount" | "updatedAt">;

export function createFlowStore(db: Kysely<Tables>, byKey: KeyedFlows) {
  /** Whether or not the write is known to have come through. */
  const writing = <Result>(write: Promise<Result>) => write.finally(() => byKey.forget());
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
    findByKey: (key: string): Promise<KeyedFlow | undefined> => byKey.find(key),

    /** The old key stays known: calls that run have it in their addresses. */
    renewKey: (id: string, { old, key, oldUntil }: { old: string; key: string; oldUntil: string }): Promise<void> =>
      writing(
        db.transaction().execute(async (trx) => {
          await trx.updateTable("flows").set({ key }).where("id", "=", id).where("key", "=", old).execute();
          await trx.insertInto("retiredKeys").values({ key: old, flowId: id, validUntil: oldUntil }).execute();
        }),
      ),

    async insert(flow: Pick<FlowRow, "id" | "key"> & FlowDraft): Promise<void> {
      const unpublished = { publishedRevision: null, publishedAt: null, deletedAt: null };
      await db
        .insertInto("flows")
        .values({ ...flow, version: 1, ...unpublished })
        .execute();
    },

    /** False when `version` is no longer the current one; nothing is written then. */
    async save(id: string, version: number, draft: FlowDraft): Promise<boolean> {
      const { numUpdatedRows } = await writing(
        db
          .updateTable("flows")
          .set({ ...draft, version: version + 1 })
          .where("id", "=", id)
          .where("version", "=", version)
          .where("deletedAt", "is", null)
          .executeTakeFirst(),
      );
      return numUpdatedRows > 0n;
    },

    async delete(id: string, deletedAt: string): Promise<boolean> {
      const { numUpdatedRows } = await writing(
        db
          .updateTable("flows")
          .set({ deletedAt })
          .where("id", "=", id)
          .where("deletedAt", "is", null)
          .executeTakeFirst(),
      );
      return numUpdatedRows > 0n;
    },
  };
}
