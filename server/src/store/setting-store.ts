import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export type SettingStore = ReturnType<typeof createSettingStore>;

/** Small things the server keeps, such as the key that signs cookies. */
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

    async find(name: string): Promise<string | undefined> {
      const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
      return row?.value;
    },

    async set(name: string, value: string): Promise<void> {
      await db
        .insertInto("settings")
        .values({ name, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },

    /**
     * False when the round was taken since, by whatever server. One that was taken in the future counts for nothing: some
     * clock was wrong.
     */
    async takeRound(name: string, { now, since }: { readonly now: string; readonly since: string }): Promise<boolean> {
      const taken = await db
        .insertInto("settings")
        .values({ name: `round: ${name}`, value: now })
        .onConflict((conflict) =>
          conflict
            .column("name")
            .doUpdateSet({ value: now })
            .where((row) => row.or([row("settings.value", "<", since), row("settings.value", ">", now)])),
        )
        .returning("name")
        .executeTakeFirst();
      return taken !== undefined;
    },
  };
}
