import type { Hours } from "@ozflow/compiler";
import { type PointerEvent, useRef, useState } from "react";
import classes from "./calendars.module.css";
import { minutesOfDay, type Span, timeAt, toHours, toSpans } from "./hours-text.ts";
import { type Drag, dragged, snap } from "./span-drag.ts";

interface Props {
  readonly hours: readonly Hours[];
  /** Of the day before; what of it lies behind midnight is shown and belongs there. */
  readonly before: readonly Hours[];
  readonly readOnly: boolean;
  onChange(hours: readonly Hours[]): void;
}

/** A day from midnight to midnight, for the mouse: draw hours, pull their ends, move them. The field beside it is for keys. */
export function HoursTrack({ hours, before, readOnly, onChange }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly how: Drag; readonly minute: number }>();
  const own = toSpans(hours);
  const spans = drag === undefined ? own : dragged(own, drag.how, drag.minute);
  const carried = toSpans(before).filter(({ to }) => to > minutesOfDay);

  const minuteOf = ({ clientX }: PointerEvent) => {
    const { left = 0, width = 1 } = track.current?.getBoundingClientRect() ?? {};
    return ((clientX - left) / width) * minutesOfDay;
  };
  const grab = (event: PointerEvent, how: (minute: number) => Drag) => {
    if (readOnly || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    track.current?.setPointerCapture(event.pointerId);
    const minute = minuteOf(event);
    setDrag({ how: how(minute), minute });
  };
  const letGo = () => {
    if (drag !== undefined) onChange(toHours(spans));
    setDrag(undefined);
  };
  return (
    <div
      ref={track}
      className={classes.track}
      data-readonly={readOnly || undefined}
      aria-hidden
      onPointerDown={(event) => grab(event, (minute) => ({ what: "draw", anchor: snap(minute) }))}
      onPointerMove={(event) => drag !== undefined && setDrag({ how: drag.how, minute: minuteOf(event) })}
      onPointerUp={letGo}
      onPointerCancel={() => setDrag(undefined)}
    >
      {carried.map(({ to }) => (
        <div key={to} className={classes.carried} style={place({ from: 0, to: to - minutesOfDay })} />
      ))}
      {spans.map((span, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: while one is pulled, its place in the list is what stays the same.
          key={index}
          className={classes.span}
          data-overnight={span.to > minutesOfDay || undefined}
          style={place(span)}
          onPointerDown={(event) => grab(event, (minute) => ({ what: "move", index, grip: minute - span.from }))}
        >
          {(["from", "to"] as const).map((end) => (
            <div
              key={end}
              className={classes.end}
              data-end={end}
              onPointerDown={(event) => grab(event, () => ({ what: end, index }) satisfies Drag)}
            />
          ))}
          {drag !== undefined && <span className={classes.spanText}>{`${timeAt(span.from)}–${timeAt(span.to)}`}</span>}
        </div>
      ))}
    </div>
  );
}

function place({ from, to }: Span): { left: string; width: string } {
  const percent = (minutes: number) => `${(minutes / minutesOfDay) * 100}%`;
  return { left: percent(from), width: percent(Math.min(to, minutesOfDay) - from) };
}
