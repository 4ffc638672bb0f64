import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export type RetentionStore = ReturnType<typeof createRetentionStore>;

/** What is deleted for its age alone. */
export function createRetentionStore(db: Kysely<Tables>) {
  return {
    /** Deletes calls that began and were last heard of before that time, with all that is known of them: `most` at once. How many. */
    deleteCalls: (before: string, most: number): Promise<number> =>
      db.transaction().execute(async (trx) => {
        const old = await trx
          .selectFrom("calls")
          .select("id")
          .where("startedAt", "<", before)
          .where("heardAt", "<", before)
          .orderBy("startedAt")
          .limit(most)
          .execute();
        const ids = old.map(({ id }) => id);
        if (ids.length === 0) return 0;
        await trx.deleteFrom("recordings").where("callId", "in", ids).execute();
        await trx.deleteFrom("callbacks").where("callId", "in", ids).execute();
        await trx.deleteFrom("callSessions").where("callId", "in", ids).execute();
        const { numDeletedRows } = await trx.deleteFrom("calls").where("id", "in", ids).executeTakeFirst();
        return Number(numDeletedRows);
      }),

    async deleteRecordings(before: string): Promise<void> {
      await db.deleteFrom("recordings").where("at", "<", before).execute();
    },

    /** Sessions nobody has called for since. */
    async deleteSessions(before: string): Promise<void> {
      await db.deleteFrom("callSessions").where("updatedAt", "<", before).execute();
      await db.deleteFrom("callClaims").where("at", "<", before).execute();
    },

    /** Requests to web servers whose callbacks were to be over by then. */
    async deleteRequests(before: string): Promise<void> {
      await db.deleteFrom("httpRequests").where("until", "<", before).execute();
    },

    /** Whoever sends one of them again then starts another call. */
    async deleteCallRequests(before: string): Promise<void> {
      await db.deleteFrom("callRequests").where("at", "<", before).execute();
    },

    /** What stood in tables that were replaced or deleted before then. */
    async deleteTableVersions(before: string): Promise<void> {
      await db.deleteFrom("lookupTableVersions").where("replacedAt", "<", before).execute();
    },

    async deleteAudit(before: string): Promise<void> {
      await db.deleteFrom("auditLog").where("at", "<", before).execute();
    },
  };
}
