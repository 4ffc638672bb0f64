/** How exactly a time is written. */
export type Precision = "day" | "minute" | "second";

const timeStyles = { day: undefined, minute: "short", second: "medium" } as const;

/**
 * A time by the clock on the wall, as lists of the interface write it: "2026-12-24T18:00" as "Dec 24, 2026, 6:00 PM". What is
 * not a time, such as "", is written as nothing.
 */
export function writeTime(local: string, precision: Precision, language: string): string {
  const at = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  if (Number.isNaN(at.getTime())) return "";
  const timeStyle = timeStyles[precision];
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle, timeZone: "UTC" }).format(at);
}

/** The other way round; days may also be written as 12/24/2026 (in the order of the language) or 2026-12-24. */
export function readTime(text: string, precision: Precision, language: string): string | undefined {
  const { index, groups } = clock.exec(text) ?? { index: text.length };
  const day = readDay(text.slice(0, index), language);
  if (day === undefined || precision === "day") return groups === undefined ? day : undefined;
  const [hour, minute, second] = [hourOf(groups), Number(groups?.["minute"] ?? 0), Number(groups?.["second"] ?? 0)];
  const isTimeOfDay = hour <= 23 && minute <= 59 && second <= 59;
  if (!isTimeOfDay) return undefined;
  return `${day}T${[hour, minute, ...(precision === "second" ? [second] : [])].map(twoDigits).join(":")}`;
}

/** "6:00 PM", "18:00:30", "T18:00": a time of day at the end of a text. */
const clock = /[,T\s]+(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\s*(?<half>[ap])\.?\s?m\.?)?\s*$/i;

function hourOf(groups: Partial<Record<string, string>> | undefined): number {
  const hour = Number(groups?.["hour"] ?? 0);
  const half = groups?.["half"]?.toLowerCase();
  if (half === undefined) return hour;
  return hour > 12 ? Number.NaN : (hour % 12) + (half === "p" ? 12 : 0);
}

function readDay(text: string, language: string): string | undefined {
  const [, ...iso] = /^\s*(\d{4})-(\d\d?)-(\d\d?)\s*$/.exec(text) ?? [];
  if (iso.length > 0) return dayOf(iso);
  const [, one, other, last] = /^\s*(\d\d?)[/.](\d\d?)[/.](\d{4})\s*$/.exec(text) ?? [];
  if (last !== undefined) return dayOf(isMonthFirst(language) ? [last, one, other] : [last, other, one]);
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const [named, ...others] = words.filter((word) => /\p{L}{3}/u.test(word));
  const [day, year, ...more] = words.filter((word) => /\d/.test(word));
  const month = named === undefined ? 0 : 1 + monthNames(language).findIndex((name) => name.startsWith(named));
  if (month === 0 || others.length > 0 || more.length > 0 || year?.length !== 4) return undefined;
  return dayOf([year, String(month), day]);
}

/** Undefined where the calendar has no such day. */
function dayOf([year, month, day]: readonly (string | undefined)[]): string | undefined {
  const written = `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`;
  const at = new Date(`${written}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined;
}

function isMonthFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return parts.indexOf("month") < parts.indexOf("day");
}

/** Whole names; what is written short is how they begin. */
function monthNames(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)).toLowerCase());
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
