import type { Kysely } from "kysely";
import { stampOf } from "./stamp.ts";
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

    stamp: () => stampOf(db, "calendars"),
  };
}
