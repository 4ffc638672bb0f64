import type { Kysely, Migration } from "kysely";

/** Calls are found by what their flow said of them: those of which it said nothing need no place in the index. */
export const disposedCalls: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropIndex("calls_by_disposition").execute();
    await db.schema
      .createIndex("calls_by_disposition")
      .on("calls")
      .columns(["disposition", "started_at"])
      .where("disposition", "is not", null)
      .execute();
  },
};
