import { type Calendar, type SpecialDay, type Weekday, weekdays } from "@ozflow/compiler";
import type { StoredCalendar } from "../api/calendars.ts";
import { readHours, writeHours } from "./hours-text.ts";

/** A calendar while somebody writes it: hours are text until they are read. */
export interface CalendarDraft {
  readonly name: string;
  readonly timeZone: string;
  readonly week: Readonly<Record<Weekday, string>>;
  readonly days: readonly SpecialDay[];
}

const workingDay = "09:00–17:00";

/** Open from nine to five on working days, where this computer stands. */
export function newDraft(): CalendarDraft {
  const hours = (day: Weekday) => (day === "saturday" || day === "sunday" ? "" : workingDay);
  return {
    name: "",
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: everyDay(hours),
    days: [],
  };
}

export function draftOf({ name, calendar }: Pick<StoredCalendar, "name" | "calendar">): CalendarDraft {
  return {
    name,
    timeZone: calendar.timeZone,
    week: everyDay((day) => writeHours(calendar.week[day])),
    days: calendar.days,
  };
}

/** Undefined while the hours of some day cannot be read. */
export function calendarOf({ timeZone, week, days }: CalendarDraft): Calendar | undefined {
  const read = everyDay((day) => {
    const hours = readHours(week[day]);
    return "hours" in hours ? hours.hours : undefined;
  });
  if (Object.values(read).includes(undefined)) return undefined;
  return { timeZone, week: everyDay((day) => [...(read[day] ?? [])]), days: [...days] };
}

/** Days in the order of the year they come in. */
export function withDay(days: readonly SpecialDay[], day: SpecialDay, at?: number): readonly SpecialDay[] {
  const others = days.filter((_, index) => index !== at);
  return [...others, day].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function everyDay<Of>(make: (day: Weekday) => Of): Record<Weekday, Of> {
  const made = weekdays.map((day) => [day, make(day)] as const);
  // Every key is there: the list is that of the type.
  return Object.fromEntries(made) as Record<Weekday, Of>;
}
