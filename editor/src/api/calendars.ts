import type { Calendar } from "@ozflow/compiler";
import { ask } from "./client.ts";

/** A calendar as the server keeps it. A change names the version it changes. */
export interface StoredCalendar {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly calendar: Calendar;
}

export type ListedCalendar = StoredCalendar & {
  readonly usedBy: readonly { readonly id: string; readonly name: string }[];
};

type Written = Pick<StoredCalendar, "name" | "calendar">;

const at = (id: string) => encodeURIComponent(id);

export const calendarsApi = {
  list: () => ask<{ calendars: readonly ListedCalendar[] }>("GET", "/calendars"),
  add: (written: Written) => ask<StoredCalendar>("POST", "/calendars", written),
  /** Refused with `conflict` when somebody else has changed it since. */
  change: (id: string, version: number, written: Written) =>
    ask<StoredCalendar>("PUT", `/calendars/${at(id)}`, { ...written, version }),
  remove: (id: string) => ask<void>("DELETE", `/calendars/${at(id)}`),
};
