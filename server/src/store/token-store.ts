import type { Kysely } from "kysely";
import type { Tables, TokenRow } from "./tables.ts";

export type TokenStore = ReturnType<typeof createTokenStore>;
export type { TokenRow } from "./tables.ts";

export function createTokenStore(db: Kysely<Tables>) {
  return {
    async insert(token: TokenRow): Promise<void> {
      await db.insertInto("apiTokens").values(token).execute();
    },

    findByHash: (hash: string): Promise<TokenRow | undefined> =>
      db.selectFrom("apiTokens").selectAll().where("hash", "=", hash).executeTakeFirst(),

    /** The newest first; of one user, or all. */
    list: (userId?: string): Promise<TokenRow[]> =>
      db
        .selectFrom("apiTokens")
        .selectAll()
        .$if(userId !== undefined, (query) => query.where("userId", "=", userId ?? ""))
        .orderBy("createdAt", "desc")
        .orderBy("id")
        .execute(),

    async markUsed(id: string, usedAt: string): Promise<void> {
      await db.updateTable("apiTokens").set({ usedAt }).where("id", "=", id).execute();
    },

    /** What it was; undefined when there is no such token, or not of this user. */
    delete: (id: string, userId?: string): Promise<TokenRow | undefined> =>
      db
        .deleteFrom("apiTokens")
        .where("id", "=", id)
        .$if(userId !== undefined, (query) => query.where("userId", "=", userId ?? ""))
        .returningAll()
        .executeTakeFirst(),

    async deleteOfUser(userId: string): Promise<void> {
      await db.deleteFrom("apiTokens").where("userId", "=", userId).execute();
    },
  };
}
