import type { Kysely, Migration } from "kysely";

/** Which session answers a call of the PBX, so that a first callback that comes twice begins one session. */
export const callClaims: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("call_claims")
      .addColumn("flow_id", "text", (column) => column.notNull())
      .addColumn("pbx_call_id", "text", (column) => column.notNull())
      .addColumn("session_id", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("call_claims_key", ["flow_id", "pbx_call_id"])
      .execute();
    await db.schema.createIndex("call_claims_by_time").on("call_claims").column("at").execute();
    await db.schema.createIndex("call_sessions_by_time").on("call_sessions").column("updated_at").execute();
  },
};
