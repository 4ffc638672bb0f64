import type { Kysely } from "kysely";
import { type AnsweredCallback, keysOf, storeAnswered } from "./answered-callbacks.ts";
import type { RunTogether } from "./engines/engine.ts";
import { createGroupCommit } from "./group-commit.ts";
import { readyQuery } from "./ready-query.ts";
import { createRecent } from "./recent.ts";
import type { SessionRow, Tables } from "./tables.ts";

export type SessionStore = ReturnType<typeof createSessionStore>;
export type { SessionRow } from "./tables.ts";

/** Callbacks that are stored in one transaction; some twenty values each, and engines take some 30,000 in a statement. */
const mostAtOnce = 200;

/** Sessions that this server keeps in memory; with their last answers they are a few kilobytes each, 40 at most. */
const mostRemembered = 2000;

const findOne = readyQuery<SessionRow, { id: string }>((db, { id }) =>
  db.selectFrom("callSessions").selectAll().where("id", "=", id),
);

const findBegun = readyQuery<SessionRow, { flowId: string; pbxCallId: string; notBefore: string }>(
  (db, { flowId, pbxCallId, notBefore }) =>
    db
      .selectFrom("callClaims")
      .innerJoin("callSessions", "callSessions.id", "callClaims.sessionId")
      .selectAll("callSessions")
      .where("callClaims.flowId", "=", flowId)
      .where("callClaims.pbxCallId", "=", pbxCallId)
      .where("callClaims.at", ">=", notBefore),
);

export function createSessionStore(db: Kysely<Tables>, reading: Kysely<Tables>, together: RunTogether) {
  const commit = createGroupCommit<AnsweredCallback, boolean>({
    commit: (answered) => storeAnswered(db, together, answered),
    keysOf,
    most: mostAtOnce,
  });
  const remembered = createRecent<SessionRow>(mostRemembered);
  return {
    /** As this server stored it last. Another one may have gone on with the call since; `store` finds that out. */
    recall: (id: string): SessionRow | undefined => remembered.find(id),

    find: async (id: string): Promise<SessionRow | undefined> =>
      (await reading.executeQuery(findOne(reading, { id }))).rows[0],

    /** The session that the first callback of a call has begun, not before that time. */
    findBegun: async (flowId: string, pbxCallId: string, notBefore: string): Promise<SessionRow | undefined> =>
      (await reading.executeQuery(findBegun(reading, { flowId, pbxCallId, notBefore }))).rows[0],

    async insert(session: SessionRow): Promise<void> {
      await db.insertInto("callSessions").values(session).execute();
    },

    /**
     * Stores everything or nothing; what is stored when this resolves survives a crash. False when another request has
     * answered this turn meanwhile; nothing is written then, and what that one stored counts.
     */
    async store(answered: AnsweredCallback): Promise<boolean> {
      const { session, sessionId } = answered;
      const stored = await commit(answered);
      if (stored && session !== undefined && leadsOn(session)) remembered.keep(sessionId, session);
      else remembered.forget(sessionId);
      return stored;
    },
  };
}

/** Does its last answer hold an address? Else nobody will ask for more. */
function leadsOn({ id, lastAnswer }: SessionRow): boolean {
  return lastAnswer?.includes(id) === true;
}
