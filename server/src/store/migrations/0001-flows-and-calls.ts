import type { Kysely, Migration } from "kysely";

export const flowsAndCalls: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("flows")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("key", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("file", "text", (column) => column.notNull())
      .addColumn("step_count", "integer", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .addColumn("published_revision", "integer")
      .addColumn("published_at", "text")
      .addColumn("deleted_at", "text")
      .execute();
    await db.schema
      .createTable("revisions")
      .addColumn("flow_id", "text", (column) => column.notNull().references("flows.id"))
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("file", "text", (column) => column.notNull())
      .addColumn("program", "text", (column) => column.notNull())
      .addColumn("message", "text", (column) => column.notNull())
      .addColumn("published_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("revisions_key", ["flow_id", "revision"])
      .execute();
    await db.schema
      .createTable("calls")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("flow_id", "text", (column) => column.notNull().references("flows.id"))
      .addColumn("flow_name", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("direction", "text", (column) => column.notNull())
      .addColumn("caller", "text", (column) => column.notNull())
      .addColumn("dialed", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("started_at", "text", (column) => column.notNull())
      .addColumn("heard_at", "text", (column) => column.notNull())
      .addColumn("ended_at", "text")
      .addColumn("reason", "text")
      .addColumn("pbx_call_id", "text")
      .addColumn("parent_call_id", "text")
      .execute();
    await db.schema.createIndex("calls_by_time").on("calls").column("started_at").execute();
    await db.schema.createIndex("calls_by_flow").on("calls").columns(["flow_id", "started_at"]).execute();
    await db.schema.createIndex("calls_by_pbx_call").on("calls").column("pbx_call_id").execute();
    await db.schema
      .createTable("call_sessions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("flow_id", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("call_id", "text")
      .addColumn("parent_call_id", "text")
      .addColumn("turn", "integer", (column) => column.notNull())
      .addColumn("values", "text", (column) => column.notNull())
      .addColumn("caller", "text", (column) => column.notNull())
      .addColumn("dialed", "text", (column) => column.notNull())
      .addColumn("last_document", "text")
      .addColumn("last_site", "integer")
      .addColumn("last_answer", "text")
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("call_sessions_by_call").on("call_sessions").column("call_id").execute();
    await db.schema
      .createTable("callbacks")
      .addColumn("call_id", "text", (column) => column.notNull().references("calls.id"))
      .addColumn("turn", "integer", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("document", "text", (column) => column.notNull())
      .addColumn("notification", "text", (column) => column.notNull())
      .addColumn("path", "text", (column) => column.notNull())
      .addColumn("ahead", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("callbacks_key", ["call_id", "turn"])
      .execute();
    await db.schema
      .createTable("settings")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
  },
};
