import type { Kysely } from "kysely";
import { type AnsweredCallback, keysOf, storeAnswered } from "./answered-callbacks.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { SessionRow, Tables } from "./tables.ts";

export type SessionStore = ReturnType<typeof createSessionStore>;
export type { SessionRow } from "./tables.ts";

/** Callbacks that are stored in one transaction; some twenty values each, and engines take some 30,000 in a statement. */
const mostAtOnce = 200;

export function createSessionStore(db: Kysely<Tables>) {
  const commit = createGroupCommit<AnsweredCallback, boolean>({
    commit: (answered) => storeAnswered(db, answered),
    keysOf,
    most: mostAtOnce,
  });
  return {
    find: (id: string): Promise<SessionRow | undefined> =>
      db.selectFrom("callSessions").selectAll().where("id", "=", id).executeTakeFirst(),

    /** The session that the first callback of a call has begun, not before that time. */
    findBegun: (flowId: string, pbxCallId: string, notBefore: string): Promise<SessionRow | undefined> =>
      db
        .selectFrom("callClaims")
        .innerJoin("callSessions", "callSessions.id", "callClaims.sessionId")
        .selectAll("callSessions")
        .where("callClaims.flowId", "=", flowId)
        .where("callClaims.pbxCallId", "=", pbxCallId)
        .where("callClaims.at", ">=", notBefore)
        .executeTakeFirst(),

    async insert(session: SessionRow): Promise<void> {
      await db.insertInto("callSessions").values(session).execute();
    },

    /**
     * Stores everything or nothing; what is stored when this resolves survives a crash. False when another request has
     * answered this turn meanwhile; nothing is written then, and what that one stored counts.
     */
    store: (answered: AnsweredCallback): Promise<boolean> => commit(answered),
  };
}
