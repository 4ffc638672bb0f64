import type { Kysely } from "kysely";
import type { CallRequestRow, Tables } from "./tables.ts";

export type CallRequestStore = ReturnType<typeof createCallRequestStore>;

export function createCallRequestStore(db: Kysely<Tables>) {
  return {
    /** Undefined: it is the first of its key. Otherwise the one that was. */
    async claim(request: CallRequestRow): Promise<CallRequestRow | undefined> {
      const claimed = await db
        .insertInto("callRequests")
        .values(request)
        .onConflict((conflict) => conflict.columns(["flowId", "key"]).doNothing())
        .returning("callId")
        .executeTakeFirst();
      if (claimed !== undefined) return undefined;
      return await db
        .selectFrom("callRequests")
        .selectAll()
        .where("flowId", "=", request.flowId)
        .where("key", "=", request.key)
        .executeTakeFirst();
    },

    /** Nothing came of it: the same key may try again. */
    async release({ flowId, key, callId }: Pick<CallRequestRow, "flowId" | "key" | "callId">): Promise<void> {
      await db
        .deleteFrom("callRequests")
        .where("flowId", "=", flowId)
        .where("key", "=", key)
        .where("callId", "=", callId)
        .execute();
    },
  };
}
