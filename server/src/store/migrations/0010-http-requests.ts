import type { Kysely, Migration } from "kysely";

/** What flows ask of web servers: sent once, and told with the callback that brought it about. */
export const httpRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("http_requests")
      .addColumn("claim", "text", (column) => column.notNull())
      .addColumn("turn", "integer", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("sent_at", "text", (column) => column.notNull())
      .addColumn("until", "text", (column) => column.notNull())
      .addColumn("began", "text", (column) => column.notNull())
      .addColumn("seed", "text", (column) => column.notNull())
      .addColumn("outcome", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("http_requests_key", ["claim", "turn", "number"])
      .execute();
    await db.schema.createIndex("http_requests_by_time").on("http_requests").column("until").execute();
    await db.schema
      .alterTable("callbacks")
      .addColumn("requests", "text", (column) => column.notNull().defaultTo("[]"))
      .execute();
  },
};
