import type { SpecialDay } from "@ozflow/compiler";
import i18next, { type TFunction } from "i18next";

/** "24 Dec 2026", "24–26 Dec, every year". */
export function dayText({ from, to, yearly }: SpecialDay, t: TFunction): string {
  const format = new Intl.DateTimeFormat(i18next.language, {
    day: "numeric",
    month: "short",
    ...(yearly ? {} : { year: "numeric" }),
    timeZone: "UTC",
  });
  const text = to === undefined ? format.format(new Date(from)) : format.formatRange(new Date(from), new Date(to));
  return yearly ? `${text}, ${t("calendars.everyYear")}` : text;
}

/** A day and time by the clock on the wall: "Mon, 5 Jan, 09:00". */
export function whenText({ date, minutes }: { readonly date: string; readonly minutes: number }): string {
  const instant = new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000);
  return new Intl.DateTimeFormat(i18next.language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(instant);
}
