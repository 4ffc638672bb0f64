import type { Kysely, Migration } from "kysely";

/** The tests of a flow: one file each, changed as a whole. */
export const flowTests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("flow_tests")
      .addColumn("flow_id", "text", (column) => column.primaryKey().references("flows.id"))
      .addColumn("file", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
  },
};
