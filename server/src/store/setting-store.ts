import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export type SettingStore = ReturnType<typeof createSettingStore>;

/** Small things the server makes once and keeps, such as the key that signs cookies. */
export function createSettingStore(db: Kysely<Tables>) {
  return {
    /** The stored value; the first time, what `make` gives. */
    async findOrMake(name: string, make: () => string): Promise<string> {
      await db
        .insertInto("settings")
        .values({ name, value: make() })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirstOrThrow();
      return row.value;
    },
  };
}
