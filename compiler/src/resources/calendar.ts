import { z } from "zod";

/** When somebody is there: a table of the week, and days that are different. Shared by the flows that name it. */
export type Calendar = z.infer<typeof calendarSchema>;
export type SpecialDay = z.infer<typeof specialDay>;
export type Hours = z.infer<typeof hours>;

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

const time = z.iso.time({ precision: -1, error: "write a time of day such as 08:30" });
const date = z.iso.date("write a date such as 2026-12-24");

/** From a minute up to another one, which does not belong to it. Up to a time that is not later: on the next day. */
const hours = z.strictObject({ from: time, to: time });

const hoursOfDay = z.array(hours).max(6, "a day has at most 6 parts");

const specialDay = z
  .strictObject({
    name: z.string().trim().min(1, "give the day a name").max(80),
    from: date,
    /** The last day; without it the day is one alone. */
    to: date.optional(),
    /** Comes again each year on the same days of the month. */
    yearly: z.boolean(),
    /** Outside of its hours it counts as a holiday; else as closed. */
    holiday: z.boolean(),
    /** None: closed all day. */
    hours: hoursOfDay,
  })
  .refine((day) => day.to === undefined || day.to >= day.from, {
    path: ["to"],
    message: "the last day comes before the first one; change one of them",
  })
  .refine((day) => !(day.yearly && day.to !== undefined && day.to >= aYearAfter(day.from)), {
    path: ["to"],
    message: "days that come again each year last less than a year; change the last one",
  });

export const calendarSchema = z.strictObject({
  /** In the words of the IANA time zone database: `Europe/Budapest`. */
  timeZone: z.string().refine(isTimeZone, "choose a time zone such as Europe/Budapest"),
  week: z.strictObject(
    Object.fromEntries(weekdays.map((day) => [day, hoursOfDay])) as Record<Weekday, typeof hoursOfDay>,
  ),
  days: z.array(specialDay).max(500, "a calendar has at most 500 special days"),
});

function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** An offset such as `+02:00` is none: it knows no summer. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
