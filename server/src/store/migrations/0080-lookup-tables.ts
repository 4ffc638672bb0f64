import type { Kysely, Migration } from "kysely";

/** Tables that flows look into. A call keeps the version it began with, so each is a row of its own. */
export const lookupTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("lookup_tables")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("key_column", "text", (column) => column.notNull())
      .addColumn("columns", "text", (column) => column.notNull())
      .addColumn("row_count", "integer", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("lookup_table_versions")
      .addColumn("table_id", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("replaced_at", "text")
      .addPrimaryKeyConstraint("lookup_table_versions_key", ["table_id", "version"])
      .execute();
  },
};
