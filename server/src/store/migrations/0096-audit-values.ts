import type { Kysely, Migration } from "kysely";

/** What something was done to, as values (JSON). Entries from before keep the sentence they have in `subject`. */
export const auditValues: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("audit_log").addColumn("about", "text").execute();
  },
};
