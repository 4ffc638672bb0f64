import type { Kysely, Migration } from "kysely";

/** Calendars that flows share, and what a call knows from its beginning on. */
export const calendars: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("calendars")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("file", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .alterTable("call_sessions")
      .addColumn("known", "text", (column) => column.notNull().defaultTo("{}"))
      .execute();
  },
};
