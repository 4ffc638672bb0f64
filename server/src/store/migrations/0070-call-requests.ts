import type { Kysely, Migration } from "kysely";

/** Requests to start a call that named themselves, so that one that is sent twice starts one call. */
export const callRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("call_requests")
      .addColumn("flow_id", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("call_id", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("call_requests_key", ["flow_id", "key"])
      .execute();
    await db.schema.createIndex("call_requests_by_time").on("call_requests").column("at").execute();
  },
};
