import type { Kysely, Migration } from "kysely";

/** The sounds of the prompt library; their bytes apart, so that looking at the list does not move them. */
export const prompts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("prompts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("key", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("format", "text", (column) => column.notNull())
      .addColumn("codec", "text", (column) => column.notNull())
      .addColumn("milliseconds", "integer", (column) => column.notNull())
      .addColumn("channels", "integer", (column) => column.notNull())
      .addColumn("sample_rate", "integer", (column) => column.notNull())
      .addColumn("bytes", "integer", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("prompt_audio")
      .addColumn("prompt_id", "text", (column) => column.primaryKey().references("prompts.id"))
      .addColumn("audio", "text", (column) => column.notNull())
      .execute();
  },
};
