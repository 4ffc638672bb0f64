import type { Kysely } from "kysely";
import type { RevisionRow, Tables } from "./tables.ts";

export type RevisionStore = ReturnType<typeof createRevisionStore>;
export type { RevisionRow } from "./tables.ts";

export function createRevisionStore(db: Kysely<Tables>) {
  return {
    /**
     * Freezes a program as the flow's next revision, which new calls get from then on. Undefined when `version` is no
     * longer the current draft; nothing is written then.
     */
    publish: (flowId: string, version: number, frozen: Omit<RevisionRow, "flowId" | "revision">) =>
      db.transaction().execute(async (trx): Promise<number | undefined> => {
        // First, because it makes whoever publishes the same flow meanwhile wait before they count.
        const { numUpdatedRows } = await trx
          .updateTable("flows")
          .set({ publishedAt: frozen.publishedAt })
          .where("id", "=", flowId)
          .where("version", "=", version)
          .where("deletedAt", "is", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return undefined;
        const last = await trx
          .selectFrom("revisions")
          .select((select) => select.fn.max("revision").as("revision"))
          .where("flowId", "=", flowId)
          .executeTakeFirst();
        const revision = Number(last?.revision ?? 0) + 1;
        await trx.updateTable("flows").set({ publishedRevision: revision }).where("id", "=", flowId).execute();
        await trx
          .insertInto("revisions")
          .values({ flowId, revision, ...frozen })
          .execute();
        return revision;
      }),

    find: (flowId: string, revision: number): Promise<RevisionRow | undefined> =>
      db
        .selectFrom("revisions")
        .selectAll()
        .where("flowId", "=", flowId)
        .where("revision", "=", revision)
        .executeTakeFirst(),

    /** The newest first. */
    list: (flowId: string) =>
      db
        .selectFrom("revisions")
        .select(["revision", "publishedAt", "publishedBy", "message"])
        .where("flowId", "=", flowId)
        .orderBy("revision", "desc")
        .execute(),
  };
}
