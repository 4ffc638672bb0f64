/** What calendar and clock on the wall say at a place. */
export interface LocalTime {
  /** `2026-12-24` */
  readonly date: string;
  /** Since midnight, by the clock on the wall. */
  readonly minutes: number;
}

/** Making one takes longer than asking it a thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Of an ISO 8601 instant in a time zone of the IANA database, with whatever summer time held there then. */
export function localTime(instant: string, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // The Gregorian calendar and Latin digits, whatever the computer's own are.
    format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const { year = "", month, day, hour, minute } = parts;
  return { date: `${year.padStart(4, "0")}-${month}-${day}`, minutes: Number(hour) * 60 + Number(minute) };
}

/** The date so many days later. Days of the calendar, so no clock change makes one shorter. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** `08:30` is 510. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
