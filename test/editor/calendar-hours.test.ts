import { type Hours, hoursAtLocal, weekdays } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, draftOf, newDraft, withDay } from "../../editor/src/calendars/calendar-draft.ts";
import { readHours, toHours, toSpans, writeHours } from "../../editor/src/calendars/hours-text.ts";
import { dragged } from "../../editor/src/calendars/span-drag.ts";
import { daysOf } from "../support/calendars.ts";

const hour = fc.integer({ min: 0, max: 1439 });
const someHours = fc
  .array(fc.tuple(hour, fc.integer({ min: 1, max: 1440 })), { maxLength: 6 })
  .map((parts) => toHours(parts.map(([from, length]) => ({ from, to: from + length }))));

describe("hours as people write them", () => {
  test.each([
    ["", ""],
    ["9-17", "09:00–17:00"],
    ["13:30 - 17, 8.30–12", "08:30–12:00, 13:30–17:00"],
    ["9-12, 11-14", "09:00–14:00"],
    ["0900-1230 and 13-17", "09:00–12:30, 13:00–17:00"],
    ["22-2", "22:00–02:00"],
    ["9am to 5pm", "09:00–17:00"],
    ["12am-12pm", "00:00–12:00"],
    ["0-24", "00:00–24:00"],
    ["18-24", "18:00–24:00"],
  ])("%s is %s", (written, tidy) => {
    const read = readHours(written);
    expect("hours" in read && writeHours(read.hours)).toBe(tidy);
  });

  test.each([
    ["9", "notHours", "9"],
    ["9-12-17", "notHours", "9-12-17"],
    ["9-25", "noTime", "25"],
    ["9:75-12", "noTime", "9:75"],
    ["13pm-14pm", "noTime", "13pm"],
    ["soon-late", "noTime", "soon"],
    ["1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14", "tooMany", "1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14"],
  ])("%s is refused", (written, fault, part) => expect(readHours(written)).toEqual({ fault, part }));

  test("what is written is read as the same hours", () => {
    fc.assert(fc.property(someHours, (hours) => void expect(readHours(writeHours(hours))).toEqual({ hours })));
  });

  test("parts made one are open at the same times", () => {
    const parts = fc.array(fc.tuple(hour, fc.integer({ min: 1, max: 1440 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, hour, (spans, minutes) => {
        const isIn = spans.some(([from, length]) => from <= minutes && minutes < from + length);
        const isAfterMidnight = spans.some(([from, length]) => minutes + 1440 < from + length);
        const calendar = daysOf([...toHours(spans.map(([from, length]) => ({ from, to: from + length })))]);
        expect(hoursAtLocal(calendar, { date: "2026-01-05", minutes }) === "open").toBe(isIn || isAfterMidnight);
      }),
    );
  });
});

describe("hours drawn with the mouse", () => {
  const nineToFive = [{ from: 540, to: 1020 }];
  test("are drawn either way, in quarters of an hour", () => {
    expect(dragged([], { what: "draw", anchor: 720 }, 537)).toEqual([{ from: 540, to: 720 }]);
    expect(dragged([], { what: "draw", anchor: 720 }, 781)).toEqual([{ from: 720, to: 780 }]);
    expect(dragged([], { what: "draw", anchor: 720 }, 722)).toEqual([]);
  });

  test("are pulled at their ends, also into the next day, and moved", () => {
    expect(dragged(nineToFive, { what: "from", index: 0 }, 600)).toEqual([{ from: 600, to: 1020 }]);
    expect(dragged(nineToFive, { what: "to", index: 0 }, 1560)).toEqual([{ from: 540, to: 1560 }]);
    expect(dragged(nineToFive, { what: "move", index: 0, grip: 60 }, 660)).toEqual([{ from: 600, to: 1080 }]);
  });

  test("that are drawn from midnight on begin in the day", () => {
    expect(dragged([], { what: "draw", anchor: 1440 }, 1500)).toEqual([{ from: 1425, to: 1500 }]);
    expect(dragged([], { what: "draw", anchor: 1440 }, 1440)).toEqual([]);
  });

  test("stay hours that a calendar takes, whatever the mouse does", () => {
    const drag = fc.oneof(
      fc.record({ what: fc.constant("draw" as const), anchor: fc.integer({ min: 0, max: 96 }).map((n) => n * 15) }),
      fc.record({ what: fc.constant("from" as const), index: fc.nat(5) }),
      fc.record({ what: fc.constant("to" as const), index: fc.nat(5) }),
      fc.record({ what: fc.constant("move" as const), index: fc.nat(5), grip: fc.integer({ min: 0, max: 1440 }) }),
    );
    fc.assert(
      fc.property(someHours, drag, fc.integer({ min: -2000, max: 5000 }), (hours, how, minute) => {
        const after = toHours(dragged(toSpans(hours), how, minute));
        expect(after.every(isWritten)).toBe(true);
        expect(after.length).toBeGreaterThanOrEqual(hours.length === 0 ? 0 : 1);
      }),
      { numRuns: 1000 },
    );
  });
});

function isWritten({ from, to }: Hours): boolean {
  return [from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
}

describe("a draft", () => {
  test("is the calendar it was made of, until hours in it cannot be read", () => {
    const calendar = daysOf([{ from: "22:00", to: "02:00" }]);
    const draft = draftOf({ name: "Night", calendar });
    expect(calendarOf(draft)).toEqual(calendar);
    expect(calendarOf({ ...draft, week: { ...draft.week, friday: "late" } })).toBeUndefined();
  });

  test("begins with working days, and keeps special days in the order of the year", () => {
    const calendar = calendarOf(newDraft());
    expect(weekdays.filter((day) => calendar?.week[day].length === 1)).toEqual(weekdays.slice(0, 5));
    const day = (name: string, from: string) => ({ name, from, yearly: false, holiday: true, hours: [] });
    const days = withDay([day("Christmas", "2026-12-25")], day("Easter", "2026-04-05"));
    expect(days.map(({ name }) => name)).toEqual(["Easter", "Christmas"]);
    expect(withDay(days, day("Epiphany", "2026-01-06"), 1).map(({ name }) => name)).toEqual(["Epiphany", "Easter"]);
  });
});
