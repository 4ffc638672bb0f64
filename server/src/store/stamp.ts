import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Another text means that some row was added, changed or removed, by whatever server. */
export async function stampOf(db: Kysely<Tables>, table: "calendars" | "lookupTables"): Promise<string> {
  const { count, versions, newest } = await db
    .selectFrom(table)
    .select((select) => [
      select.fn.countAll().as("count"),
      select.fn.sum("version").as("versions"),
      select.fn.max("updatedAt").as("newest"),
    ])
    .executeTakeFirstOrThrow();
  return `${count} ${versions} ${newest}`;
}
