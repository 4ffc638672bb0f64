import type { Hours } from "@ozflow/compiler";

/** Hours as people write them, or what is wrong with a part of them: a key of the catalogue. */
export type ReadHours =
  | { readonly hours: readonly Hours[] }
  | { readonly fault: "notHours" | "noTime" | "tooMany"; readonly part: string };

/** Minutes from midnight; an end on the next day lies behind 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const minutesOfDay = 1440;
/** As many as a calendar takes for a day. */
const maxParts = 6;

/** `9-12:30, 13-17`, `22:00–02:00`, `9am-5pm`. Parts that touch become one. Nothing: closed. */
export function readHours(text: string): ReadHours {
  const spans: Span[] = [];
  for (const part of text.split(/[,;]|\band\b/).map((one) => one.trim())) {
    if (part === "") continue;
    const ends = part.split(/\s*(?:-|–|—|\bto\b)\s*/);
    if (ends.length !== 2) return { fault: "notHours", part };
    const [from, to] = ends.map(readTime);
    const wrong = from === undefined ? ends[0] : to === undefined ? ends[1] : undefined;
    if (from === undefined || to === undefined) return { fault: "noTime", part: wrong ?? part };
    const start = from % minutesOfDay;
    spans.push({ from: start, to: to <= start ? to + minutesOfDay : to });
  }
  const hours = toHours(spans);
  return hours.length > maxParts ? { fault: "tooMany", part: text } : { hours };
}

/** `09:00–12:00, 13:00–17:00` */
export function writeHours(hours: readonly Hours[]): string {
  return hours.map(({ from, to }) => `${from}–${to === "00:00" ? "24:00" : to}`).join(", ");
}

export function toSpans(hours: readonly Hours[]): readonly Span[] {
  return hours.map(({ from, to }) => {
    const [start, end] = [minutesAt(from), minutesAt(to)];
    return { from: start, to: end <= start ? end + minutesOfDay : end };
  });
}

/** In order, with those that overlap or touch made one, each at most a day long. */
export function toHours(spans: readonly Span[]): readonly Hours[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) merged.push({ from, to });
  }
  return merged.map(({ from, to }) => ({ from: timeAt(from), to: timeAt(Math.min(to, from + minutesOfDay)) }));
}

/** `08:30`, also of minutes on the next day. */
export function timeAt(minutes: number): string {
  const ofDay = minutes % minutesOfDay;
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
}

function minutesAt(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `9`, `9:30`, `0930`, `9.30`, `24:00`, `5 pm`. */
function readTime(text: string): number | undefined {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (found === null) return undefined;
  const [, hour = "", minute = "0", half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  const minutes = hours * 60 + Number(minute);
  const isTime = Number(minute) < 60 && minutes <= minutesOfDay && (half === undefined || Number(hour) <= 12);
  return isTime ? minutes : undefined;
}
