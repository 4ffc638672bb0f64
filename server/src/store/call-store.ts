import type { Insertable, Kysely, Selectable } from "kysely";
import type { CallbackRow, CallRow, RecordingRow, Tables } from "./tables.ts";

export type CallStore = ReturnType<typeof createCallStore>;
export type Call = Selectable<CallRow>;
export type NewCall = Insertable<CallRow>;
export type { CallbackRow, CallState } from "./tables.ts";

/** Calls that are not over. */
export const openStates = ["requested", "ringing", "active"] as const;

export function createCallStore(db: Kysely<Tables>) {
  return {
    async insert(call: NewCall): Promise<void> {
      await db.insertInto("calls").values(call).execute();
    },

    find: (id: string): Promise<Call | undefined> =>
      db.selectFrom("calls").selectAll().where("id", "=", id).executeTakeFirst(),

    findOpenByPbxCall: (pbxCallId: string): Promise<Call | undefined> =>
      db
        .selectFrom("calls")
        .selectAll()
        .where("pbxCallId", "=", pbxCallId)
        .where("state", "in", openStates)
        .orderBy("startedAt", "desc")
        .executeTakeFirst(),

    /** How many calls are not over, by state; those that nothing was heard of since `quietSince` count as over. */
    async countOpen(quietSince: string): Promise<Readonly<Record<string, number>>> {
      const rows = await db
        .selectFrom("calls")
        .select((select) => ["state", select.fn.countAll().as("count")])
        .where("state", "in", openStates)
        .where("heardAt", ">=", quietSince)
        .groupBy("state")
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },

    /** Calls that we started and that are on, of which something was heard since. */
    async countOpenOutgoing(quietSince: string, flowId?: string): Promise<number> {
      const row = await db
        .selectFrom("calls")
        .select((select) => select.fn.countAll().as("count"))
        .where("direction", "=", "outgoing")
        .where("state", "in", openStates)
        .where("heardAt", ">=", quietSince)
        .$if(flowId !== undefined, (query) => query.where("flowId", "=", flowId ?? ""))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    /** Calls that we started since, however they went. */
    async countOutgoingSince(since: string, flowId?: string): Promise<number> {
      const row = await db
        .selectFrom("calls")
        .select((select) => select.fn.countAll().as("count"))
        .where("direction", "=", "outgoing")
        .where("startedAt", ">=", since)
        .$if(flowId !== undefined, (query) => query.where("flowId", "=", flowId ?? ""))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    /** A call that nobody has heard of yet, with its session, as if it had never been asked for. */
    async discard(id: string): Promise<void> {
      await db.deleteFrom("callSessions").where("callId", "=", id).execute();
      await db.deleteFrom("calls").where("id", "=", id).execute();
    },

    /** Callbacks of these calls, in the order they came. */
    callbacksOf: (callIds: readonly string[]): Promise<CallbackRow[]> =>
      callIds.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom("callbacks")
            .selectAll()
            .where("callId", "in", callIds)
            .orderBy("callId")
            .orderBy("turn")
            .execute(),

    recordingsOf: (callId: string): Promise<RecordingRow[]> =>
      db.selectFrom("recordings").selectAll().where("callId", "=", callId).orderBy("turn").execute(),

    /** The PBX took the call; it may be connected already, which counts for more. */
    async markRinging(id: string, pbxCallId: string | undefined): Promise<void> {
      await db
        .updateTable("calls")
        .set({ state: "ringing", ...(pbxCallId === undefined ? {} : { pbxCallId }) })
        .where("id", "=", id)
        .where("state", "=", "requested")
        .execute();
    },

    /** Ends a call that is not over yet. */
    async close(id: string, state: "ended" | "failed", at: string, reason?: string): Promise<void> {
      await db
        .updateTable("calls")
        .set({ state, endedAt: at, heardAt: at, ...(reason === undefined ? {} : { reason }) })
        .where("id", "=", id)
        .where("state", "in", openStates)
        .execute();
    },
  };
}
