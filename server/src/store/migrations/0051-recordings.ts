import type { Kysely, Migration } from "kysely";

/** Recordings that the PBX has told of; the files themselves lie with it. */
export const recordings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("recordings")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("call_id", "text", (column) => column.notNull().references("calls.id"))
      .addColumn("turn", "integer", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("recordings_by_time").on("recordings").columns(["at", "id"]).execute();
    await db.schema.createIndex("recordings_by_call").on("recordings").column("call_id").execute();
  },
};
