import type { Kysely, Migration } from "kysely";

/** API tokens, the audit log, secrets, callback keys that are on their way out, and what limits calls and callbacks. */
export const security: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("api_tokens")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("expires_at", "text")
      .addColumn("used_at", "text")
      .execute();
    await db.schema
      .createTable("audit_log")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("token", "text")
      .addColumn("address", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("audit_log_by_time").on("audit_log").column("at").execute();
    await db.schema
      .createTable("secrets")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("sealed", "text", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("retired_keys")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("flow_id", "text", (column) => column.notNull().references("flows.id"))
      .addColumn("valid_until", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("flow_guards")
      .addColumn("flow_id", "text", (column) => column.primaryKey().references("flows.id"))
      .addColumn("guard", "text", (column) => column.notNull())
      .execute();
  },
};
