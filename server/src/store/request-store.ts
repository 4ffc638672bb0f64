import type { Kysely } from "kysely";
import type { Together } from "./engines/engine.ts";
import type { HttpRequestRow, Tables } from "./tables.ts";

export type RequestStore = ReturnType<typeof createRequestStore>;
export type { HttpRequestRow } from "./tables.ts";

/** One request: the callback that makes it, and how many it made before. */
export type RequestKey = Pick<HttpRequestRow, "claim" | "turn" | "number">;

export function createRequestStore(db: Kysely<Tables>) {
  return {
    find: ({ claim, turn, number }: RequestKey): Promise<HttpRequestRow | undefined> =>
      db
        .selectFrom("httpRequests")
        .selectAll()
        .where("claim", "=", claim)
        .where("turn", "=", turn)
        .where("number", "=", number)
        .executeTakeFirst(),

    /** False when it is there already. */
    async begin(row: HttpRequestRow): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("httpRequests")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    /** Changes a request that is still as it was found; false when it is not. */
    async change(
      { claim, turn, number, state, until }: HttpRequestRow,
      changed: Partial<HttpRequestRow>,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("httpRequests")
        .set(changed)
        .where("claim", "=", claim)
        .where("turn", "=", turn)
        .where("number", "=", number)
        .where("state", "=", state)
        .where("until", "=", until)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/**
 * The callback that made these requests is stored: what they brought is in its session, and whoever comes too late finds
 * that nothing is to be sent. Nothing changes when another one was stored before.
 */
export function settlingRequests(db: Kysely<Tables>, { claim, turn }: Pick<RequestKey, "claim" | "turn">): Together {
  const query = db
    .updateTable("httpRequests")
    .set({ state: "settled", outcome: "" })
    .where("claim", "=", claim)
    .where("turn", "=", turn)
    .where("state", "!=", "settled")
    .compile();
  return { query, atLeast: 1 };
}
