import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export type GuardStore = ReturnType<typeof createGuardStore>;

/** Guards of flows, as JSON texts. */
export function createGuardStore(db: Kysely<Tables>) {
  return {
    async findOfFlow(flowId: string): Promise<string | undefined> {
      const row = await db.selectFrom("flowGuards").select("guard").where("flowId", "=", flowId).executeTakeFirst();
      return row?.guard;
    },

    async setOfFlow(flowId: string, guard: string): Promise<void> {
      await db
        .insertInto("flowGuards")
        .values({ flowId, guard })
        .onConflict((conflict) => conflict.column("flowId").doUpdateSet({ guard }))
        .execute();
    },
  };
}
