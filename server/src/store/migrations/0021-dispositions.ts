import type { Kysely, Migration } from "kysely";

/** How a call went, as its flow says. */
export const dispositions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ["disposition", "note"]) {
      await db.schema.alterTable("calls").addColumn(column, "text").execute();
    }
    await db.schema.createIndex("calls_by_disposition").on("calls").columns(["disposition", "started_at"]).execute();
  },
};
