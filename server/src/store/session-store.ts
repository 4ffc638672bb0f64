import type { Kysely, Transaction } from "kysely";
import type { NewCall } from "./call-store.ts";
import { settleRequests } from "./request-store.ts";
import type { CallbackRow, RecordingRow, SessionRow, Tables } from "./tables.ts";

export type SessionStore = ReturnType<typeof createSessionStore>;
export type { SessionRow } from "./tables.ts";

/** All that one answered callback changes. */
export interface AnsweredCallback {
  /** The session as it is now; `begins` says that it was not stored before. */
  readonly session: SessionRow;
  readonly begins: boolean;
  readonly callId: string;
  /** Set when the call is heard of for the first time. */
  readonly newCall?: NewCall;
  readonly pbxCallId?: string;
  readonly callback: Omit<CallbackRow, "callId">;
  /** The callback told of one. */
  readonly recording?: Pick<RecordingRow, "id" | "url">;
  /** Sessions of calls that the answer may place. */
  readonly newSessions: readonly SessionRow[];
  /** Set when web servers were asked: whose requests they were. */
  readonly requestsOf?: { readonly claim: string; readonly turn: number };
}

export function createSessionStore(db: Kysely<Tables>) {
  return {
    find: (id: string): Promise<SessionRow | undefined> =>
      db.selectFrom("callSessions").selectAll().where("id", "=", id).executeTakeFirst(),

    /** The session of a call that has had its first callback and no second one. */
    findBegun: (flowId: string, pbxCallId: string, startedAfter: string): Promise<SessionRow | undefined> =>
      db
        .selectFrom("callSessions")
        .innerJoin("calls", "calls.id", "callSessions.callId")
        .selectAll("callSessions")
        .where("calls.pbxCallId", "=", pbxCallId)
        .where("calls.flowId", "=", flowId)
        .where("calls.state", "=", "active")
        .where("calls.startedAt", ">=", startedAfter)
        .where("callSessions.turn", "=", 1)
        .executeTakeFirst(),

    async insert(session: SessionRow): Promise<void> {
      await db.insertInto("callSessions").values(session).execute();
    },

    /**
     * Stores everything or nothing. False when another request has answered this turn meanwhile; nothing is written
     * then, and what that one stored counts.
     */
    store: (answered: AnsweredCallback): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        if (answered.requestsOf !== undefined && !(await settleRequests(trx, answered.requestsOf))) return false;
        if (!(await storeSession(trx, answered))) return false;
        await storeCall(trx, answered);
        await trx
          .insertInto("callbacks")
          .values({ ...answered.callback, callId: answered.callId })
          .execute();
        if (answered.recording !== undefined)
          await trx.insertInto("recordings").values(toRecording(answered.recording, answered)).execute();
        if (answered.newSessions.length > 0) {
          await trx
            .insertInto("callSessions")
            .values([...answered.newSessions])
            .execute();
        }
        return true;
      }),
  };
}

async function storeSession(trx: Transaction<Tables>, { session, begins }: AnsweredCallback): Promise<boolean> {
  if (begins) {
    await trx.insertInto("callSessions").values(session).execute();
    return true;
  }
  const { id, turn, ...changed } = session;
  const { numUpdatedRows } = await trx
    .updateTable("callSessions")
    .set({ ...changed, turn })
    .where("id", "=", id)
    .where("turn", "=", turn - 1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function storeCall(trx: Transaction<Tables>, answered: AnsweredCallback): Promise<void> {
  if (answered.newCall !== undefined) {
    await trx.insertInto("calls").values(answered.newCall).execute();
    return;
  }
  const { pbxCallId } = answered;
  await trx
    .updateTable("calls")
    .set({
      state: "active",
      endedAt: null,
      reason: null,
      heardAt: answered.callback.at,
      ...(pbxCallId === undefined ? {} : { pbxCallId }),
    })
    .where("id", "=", answered.callId)
    .execute();
}

function toRecording(told: Pick<RecordingRow, "id" | "url">, { callId, callback: { turn, at } }: AnsweredCallback) {
  return { ...told, callId, turn, at };
}
