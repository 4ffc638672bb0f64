import type { Kysely } from "kysely";
import type { CalendarRow, Tables } from "./tables.ts";

export type CalendarStore = ReturnType<typeof createCalendarStore>;
export type { CalendarRow } from "./tables.ts";

export function createCalendarStore(db: Kysely<Tables>) {
  return {
    /** By name. */
    list: (): Promise<CalendarRow[]> => db.selectFrom("calendars").selectAll().orderBy("name").orderBy("id").execute(),

    find: (id: string): Promise<CalendarRow | undefined> =>
      db.selectFrom("calendars").selectAll().where("id", "=", id).executeTakeFirst(),

    async insert(row: CalendarRow): Promise<void> {
      await db.insertInto("calendars").values(row).execute();
    },

    /** False when it has another version by now, or is gone. */
    async change({ id, version, ...changed }: CalendarRow): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("calendars")
        .set({ ...changed, version: version + 1 })
        .where("id", "=", id)
        .where("version", "=", version)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async delete(id: string): Promise<void> {
      await db.deleteFrom("calendars").where("id", "=", id).execute();
    },

    /** Another text means that some calendar was added, changed or removed, by whatever server. */
    async stamp(): Promise<string> {
      const { count, versions, newest } = await db
        .selectFrom("calendars")
        .select((select) => [
          select.fn.countAll().as("count"),
          select.fn.sum("version").as("versions"),
          select.fn.max("updatedAt").as("newest"),
        ])
        .executeTakeFirstOrThrow();
      return `${count} ${versions} ${newest}`;
    },
  };
}
