import { type Calendar, type HoursState, hoursAt } from "@ozflow/compiler";
import type { CalendarStore } from "../store/calendar-store.ts";

/** Calendars, known without asking the database: each call that begins may ask some. */
export interface CalendarBook {
  /** What these calendars say of a call that begins at an ISO 8601 instant; nothing of those that are not known. */
  hoursAt(ids: readonly string[], began: string): Readonly<Record<string, HoursState>>;
  ids(): readonly string[];
  /** Reads them when one has changed, here or by another server. */
  refresh(): Promise<void>;
}

export function createCalendarBook(store: Pick<CalendarStore, "list" | "stamp">): CalendarBook {
  let stamp = "";
  let byId: ReadonlyMap<string, Calendar> = new Map();
  return {
    hoursAt: (ids, began) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const calendar = byId.get(id);
          return calendar === undefined ? [] : [[id, hoursAt(calendar, began)]];
        }),
      ),
    ids: () => [...byId.keys()],
    async refresh() {
      const now = await store.stamp();
      if (now === stamp) return;
      const rows = await store.list();
      // Written by `calendars.ts`, which had them from the schema.
      byId = new Map(rows.map(({ id, file }) => [id, JSON.parse(file) as Calendar]));
      stamp = now;
    },
  };
}
