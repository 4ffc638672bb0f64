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

    /** False when there is no such token, or not of this user. */
    async delete(id: string, userId?: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom("apiTokens")
        .where("id", "=", id)
        .$if(userId !== undefined, (query) => query.where("userId", "=", userId ?? ""))
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async deleteOfUser(userId: string): Promise<void> {
      await db.deleteFrom("apiTokens").where("userId", "=", userId).execute();
    },
  };
}
