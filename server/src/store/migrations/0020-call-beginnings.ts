import type { Kysely, Migration } from "kysely";

/** When a call began, and what its luck is made of. */
export const callBeginnings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ["began", "seed"]) {
      await db.schema
        .alterTable("call_sessions")
        .addColumn(column, "text", (definition) => definition.notNull().defaultTo(""))
        .execute();
    }
  },
};
