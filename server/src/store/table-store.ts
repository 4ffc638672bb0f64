import type { Kysely } from "kysely";
import { stampOf } from "./stamp.ts";
import type { LookupTableRow, Tables } from "./tables.ts";

export type TableStore = ReturnType<typeof createTableStore>;
export type { LookupTableRow } from "./tables.ts";

/** Tables that flows look into. `content`: a `LookupTable` of the compiler, JSON. */
export function createTableStore(db: Kysely<Tables>) {
  return {
    /** By name. */
    list: (): Promise<LookupTableRow[]> =>
      db.selectFrom("lookupTables").selectAll().orderBy("name").orderBy("id").execute(),

    find: (id: string): Promise<LookupTableRow | undefined> =>
      db.selectFrom("lookupTables").selectAll().where("id", "=", id).executeTakeFirst(),

    async content(tableId: string, version: number): Promise<string | undefined> {
      const row = await db
        .selectFrom("lookupTableVersions")
        .select("content")
        .where("tableId", "=", tableId)
        .where("version", "=", version)
        .executeTakeFirst();
      return row?.content;
    },

    async insert(row: LookupTableRow, content: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("lookupTables").values(row).execute();
        const { id: tableId, version } = row;
        await trx.insertInto("lookupTableVersions").values({ tableId, version, content, replacedAt: null }).execute();
      });
    },

    /** Puts the row in the place of the version before it. False when that is no longer the newest, or gone. */
    replace: (row: LookupTableRow, content: string): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const { id, version, ...changed } = row;
        const { numUpdatedRows } = await trx
          .updateTable("lookupTables")
          .set({ ...changed, version })
          .where("id", "=", id)
          .where("version", "=", version - 1)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx
          .updateTable("lookupTableVersions")
          .set({ replacedAt: row.updatedAt })
          .where("tableId", "=", id)
          .where("replacedAt", "is", null)
          .execute();
        await trx
          .insertInto("lookupTableVersions")
          .values({ tableId: id, version, content, replacedAt: null })
          .execute();
        return true;
      }),

    /** Calls that are on the line find its content until it is cleaned up. */
    async delete(id: string, at: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("lookupTables").where("id", "=", id).execute();
        await trx
          .updateTable("lookupTableVersions")
          .set({ replacedAt: at })
          .where("tableId", "=", id)
          .where("replacedAt", "is", null)
          .execute();
      });
    },

    stamp: () => stampOf(db, "lookupTables"),
  };
}
