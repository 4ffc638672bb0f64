import type { Kysely } from "kysely";
import type { FlowTestsRow, Tables } from "./tables.ts";

export type FlowTestStore = ReturnType<typeof createFlowTestStore>;
export type { FlowTestsRow } from "./tables.ts";

export function createFlowTestStore(db: Kysely<Tables>) {
  return {
    find: (flowId: string): Promise<FlowTestsRow | undefined> =>
      db.selectFrom("flowTests").selectAll().where("flowId", "=", flowId).executeTakeFirst(),

    /** False when `version` is no longer the current one (0: none was kept); nothing is written then. */
    async save({ version, ...row }: FlowTestsRow): Promise<boolean> {
      if (version === 0) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("flowTests")
          .values({ ...row, version: 1 })
          .onConflict((conflict) => conflict.column("flowId").doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }
      const { flowId, ...changed } = row;
      const { numUpdatedRows } = await db
        .updateTable("flowTests")
        .set({ ...changed, version: version + 1 })
        .where("flowId", "=", flowId)
        .where("version", "=", version)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
