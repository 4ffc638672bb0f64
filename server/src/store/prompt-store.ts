import type { Kysely } from "kysely";
import type { PromptRow, Tables } from "./tables.ts";

export type PromptStore = ReturnType<typeof createPromptStore>;
export type { PromptRow } from "./tables.ts";

/** What another sound under the same name changes. */
export type NewAudio = Omit<PromptRow, "id" | "key" | "name"> & { readonly audio: Buffer };

/** Sounds and their bytes. Bytes are kept in base64, so that both engines and a backup hold the same texts. */
export function createPromptStore(db: Kysely<Tables>) {
  return {
    /** By name. */
    list: (): Promise<PromptRow[]> => db.selectFrom("prompts").selectAll().orderBy("name").orderBy("id").execute(),

    find: (id: string): Promise<PromptRow | undefined> =>
      db.selectFrom("prompts").selectAll().where("id", "=", id).executeTakeFirst(),

    findByKey: (key: string): Promise<PromptRow | undefined> =>
      db.selectFrom("prompts").selectAll().where("key", "=", key).executeTakeFirst(),

    async audioOf(id: string): Promise<Buffer | undefined> {
      const row = await db.selectFrom("promptAudio").select("audio").where("promptId", "=", id).executeTakeFirst();
      return row && Buffer.from(row.audio, "base64");
    },

    insert: ({ audio, ...prompt }: Pick<PromptRow, "id" | "key" | "name"> & NewAudio): Promise<void> =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto("prompts").values(prompt).execute();
        await trx
          .insertInto("promptAudio")
          .values({ promptId: prompt.id, audio: audio.toString("base64") })
          .execute();
      }),

    /** False when there is no such prompt. */
    replace: (id: string, { audio, ...facts }: NewAudio): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx.updateTable("prompts").set(facts).where("id", "=", id).executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx
          .updateTable("promptAudio")
          .set({ audio: audio.toString("base64") })
          .where("promptId", "=", id)
          .execute();
        return true;
      }),

    async rename(id: string, name: string, updatedAt: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("prompts")
        .set({ name, updatedAt })
        .where("id", "=", id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    delete: (id: string): Promise<void> =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom("promptAudio").where("promptId", "=", id).execute();
        await trx.deleteFrom("prompts").where("id", "=", id).execute();
      }),

    /** Another text means that some prompt was added, changed or removed, by whatever server. */
    async stamp(): Promise<string> {
      const { count, newest } = await db
        .selectFrom("prompts")
        .select((select) => [select.fn.countAll().as("count"), select.fn.max("updatedAt").as("newest")])
        .executeTakeFirstOrThrow();
      return `${count} ${newest}`;
    },
  };
}
