import { type Calendar, type Hours, type SpecialDay, weekdays } from "./calendar.ts";
import { addDays, type LocalTime, localTime, minutesOf, weekdayOf } from "./local-time.ts";

/** Is anybody there? `holiday`: nobody, because of the day. */
export type HoursState = (typeof hoursStates)[number];
export const hoursStates = ["open", "closed", "holiday"] as const;

/** At an ISO 8601 instant. */
export function hoursAt(calendar: Calendar, instant: string): HoursState {
  return hoursAtLocal(calendar, localTime(instant, calendar.timeZone));
}

/** By the clock on the wall at the calendar's place. Hours across midnight belong to the day they begin on. */
export function hoursAtLocal(calendar: Calendar, { date, minutes }: LocalTime): HoursState {
  const today = dayOf(calendar, date);
  const yesterday = dayOf(calendar, addDays(date, -1));
  const isOpen =
    today.hours.some((one) => minutes >= minutesOf(one.from) && (endsNextDay(one) || minutes < minutesOf(one.to))) ||
    yesterday.hours.some((one) => endsNextDay(one) && minutes < minutesOf(one.to));
  if (isOpen) return "open";
  return today.holiday ? "holiday" : "closed";
}

/** When it will be otherwise, and how; undefined when nothing changes for more than a year. */
export function nextChange(
  calendar: Calendar,
  now: LocalTime,
): (LocalTime & { readonly state: HoursState }) | undefined {
  const state = hoursAtLocal(calendar, now);
  for (let date = now.date, day = 0; day <= 370; day += 1, date = addDays(date, 1)) {
    const borders = [addDays(date, -1), date].flatMap((one) =>
      dayOf(calendar, one).hours.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]),
    );
    for (const minutes of [0, ...borders].toSorted((a, b) => a - b)) {
      if (day === 0 && minutes <= now.minutes) continue;
      const then = hoursAtLocal(calendar, { date, minutes });
      if (then !== state) return { date, minutes, state: then };
    }
  }
  return undefined;
}

function endsNextDay({ from, to }: Hours): boolean {
  return minutesOf(to) <= minutesOf(from);
}

/** The table of the week, unless the day is a special one. Of several the shortest counts, of equal ones the first. */
function dayOf(calendar: Calendar, date: string): { readonly hours: readonly Hours[]; readonly holiday: boolean } {
  let found: SpecialDay | undefined;
  for (const day of calendar.days) {
    if (contains(day, date) && (found === undefined || lengthOf(day) < lengthOf(found))) found = day;
  }
  const weekday = weekdays[weekdayOf(date)] ?? "monday";
  return found ?? { hours: calendar.week[weekday], holiday: false };
}

function contains({ from, to = from, yearly }: SpecialDay, date: string): boolean {
  if (!yearly) return from <= date && date <= to;
  const [first, last, day] = [from.slice(5), to.slice(5), date.slice(5)];
  // Behind the end of the year it begins again: from 24 December to 6 January.
  return from.slice(0, 4) === to.slice(0, 4) ? first <= day && day <= last : day >= first || day <= last;
}

function lengthOf({ from, to = from }: SpecialDay): number {
  return Date.parse(to) - Date.parse(from);
}
