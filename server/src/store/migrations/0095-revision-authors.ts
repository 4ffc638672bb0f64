import type { Kysely, Migration } from "kysely";

/** Who published a revision; "" for those from before this was kept. */
export const revisionAuthors: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable("revisions")
      .addColumn("published_by", "text", (column) => column.notNull().defaultTo(""))
      .execute();
  },
};
