import type { Insertable, Kysely, Selectable } from "kysely";
import { type CallEvent, isOver, openStates, transitions } from "../call-state.ts";
import type { CallbackRow, CallRow, RecordingRow, Tables } from "./tables.ts";

export type CallStore = ReturnType<typeof createCallStore>;
export type Call = Selectable<CallRow>;
export type NewCall = Insertable<CallRow>;
export type { CallbackRow } from "./tables.ts";

/** Something is heard of a call. */
export interface CallNews {
  readonly event: CallEvent;
  readonly at: string;
  /** Why it failed. */
  readonly reason?: string | undefined;
}

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

    /** Changes its state as `call-state.ts` says; an event that means nothing in its state changes nothing. */
    async tell(
      id: string,
      { pbxCallId, ...news }: CallNews & { readonly pbxCallId?: string | undefined },
    ): Promise<void> {
      await changed(news)
        .set(pbxCallId === undefined ? {} : { pbxCallId })
        .where("id", "=", id)
        .execute();
    },

    /** The same for all calls of which nothing was heard since that time. How many it changed. */
    async tellQuiet(quietSince: string, news: CallNews): Promise<number> {
      const { numUpdatedRows } = await changed(news).where("heardAt", "<", quietSince).executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };

  function changed({ event, at, reason }: CallNews) {
    const { from, to } = transitions[event];
    return db
      .updateTable("calls")
      .set({ state: to, heardAt: at, endedAt: isOver(to) ? at : null, reason: reason ?? null })
      .where("state", "in", from);
  }
}
