import type { Kysely } from "kysely";
import type { SecretRow, Tables } from "./tables.ts";

export type SecretStore = ReturnType<typeof createSecretStore>;

export function createSecretStore(db: Kysely<Tables>) {
  return {
    list: () => db.selectFrom("secrets").select(["name", "updatedAt"]).orderBy("name").execute(),

    find: (name: string): Promise<SecretRow | undefined> =>
      db.selectFrom("secrets").selectAll().where("name", "=", name).executeTakeFirst(),

    async set({ name, ...value }: SecretRow): Promise<void> {
      await db
        .insertInto("secrets")
        .values({ name, ...value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(value))
        .execute();
    },

    async delete(name: string): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom("secrets").where("name", "=", name).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
