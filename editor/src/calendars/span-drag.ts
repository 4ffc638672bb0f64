import { minutesOfDay, type Span } from "./hours-text.ts";

/** What a pointer does to the hours of a day. Minutes are those of the day, snapped to {@link snapMinutes}. */
export type Drag =
  | { readonly what: "draw"; readonly anchor: number }
  | { readonly what: "from"; readonly index: number }
  | { readonly what: "to"; readonly index: number }
  | { readonly what: "move"; readonly index: number; readonly grip: number };

export const snapMinutes = 15;
/** An end may be pulled so far into the next day. */
const furthestMinutes = minutesOfDay + 12 * 60;

export function snap(minutes: number): number {
  return Math.round(minutes / snapMinutes) * snapMinutes;
}

/** The hours as they were when the drag began, with the pointer at this minute now. */
export function dragged(spans: readonly Span[], drag: Drag, minute: number): readonly Span[] {
  const at = snap(minute);
  if (drag.what === "draw") {
    const [from, to] = [
      clamp(Math.min(drag.anchor, at), 0, minutesOfDay - snapMinutes),
      clamp(Math.max(drag.anchor, at), 0, furthestMinutes),
    ];
    return at !== drag.anchor && to > from ? [...spans, { from, to }] : spans;
  }
  return spans.map((span, index) => (index === drag.index ? pulled(span, drag, minute) : span));
}

function pulled({ from, to }: Span, drag: Exclude<Drag, { what: "draw" }>, minute: number): Span {
  const at = snap(minute);
  if (drag.what === "from") {
    const earliest = Math.max(0, to - minutesOfDay);
    return { from: clamp(at, earliest, Math.max(earliest, Math.min(to, minutesOfDay) - snapMinutes)), to };
  }
  if (drag.what === "to") {
    return { from, to: clamp(at, from + snapMinutes, Math.min(from + minutesOfDay, furthestMinutes)) };
  }
  const start = clamp(snap(minute - drag.grip), 0, minutesOfDay - snapMinutes);
  return { from: start, to: start + to - from };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
