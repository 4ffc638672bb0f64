import { type Calendar, calendarSchema, hoursAt, hoursAtLocal, nextChange } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, minutesOf } from "../../compiler/src/resources/local-time.ts";
import { office, officeWith } from "../support/calendars.ts";

function at(calendar: Calendar, local: string) {
  const [date = "", time = ""] = local.split(" ");
  return hoursAtLocal(calendar, { date, minutes: minutesOf(time) });
}

describe("the table of the week", () => {
  it.each([
    ["2026-01-05 08:59", "closed"],
    ["2026-01-05 09:00", "open"],
    ["2026-01-05 16:59", "open"],
    ["2026-01-05 17:00", "closed"],
    ["2026-01-09 12:00", "open"],
    ["2026-01-10 12:00", "closed"],
    ["2026-01-11 12:00", "closed"],
  ])("at %s is %s", (local, state) => {
    expect(at(office, local)).toBe(state);
  });

  it("may have several parts a day", () => {
    const lunch = [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "17:00" },
    ];
    const calendar = { ...office, week: { ...office.week, monday: lunch } };
    expect(["11:59", "12:00", "12:59", "13:00"].map((time) => at(calendar, `2026-01-05 ${time}`))).toEqual([
      "open",
      "closed",
      "closed",
      "open",
    ]);
  });
});

describe("hours across midnight belong to the day they begin on", () => {
  const night = [{ from: "22:00", to: "06:00" }];
  const calendar = { ...office, week: { ...office.week, friday: night } };
  it.each([
    ["2026-01-09 05:59", "closed"],
    ["2026-01-09 21:59", "closed"],
    ["2026-01-09 22:00", "open"],
    ["2026-01-10 05:59", "open"],
    ["2026-01-10 06:00", "closed"],
    ["2026-01-10 22:00", "closed"],
  ])("at %s is %s", (local, state) => {
    expect(at(calendar, local)).toBe(state);
  });

  it("also when the next day is a holiday", () => {
    const withHoliday = { ...calendar, days: officeWith({ from: "2026-01-10" }).days };
    expect(at(withHoliday, "2026-01-10 05:59")).toBe("open");
    expect(at(withHoliday, "2026-01-10 06:00")).toBe("holiday");
  });

  it("and up to the same minute is a whole day", () => {
    const allDay = { ...office, week: { ...office.week, friday: [{ from: "00:00", to: "00:00" }] } };
    expect(
      ["2026-01-08 23:59", "2026-01-09 00:00", "2026-01-09 23:59", "2026-01-10 00:00"].map((one) => at(allDay, one)),
    ).toEqual(["closed", "open", "open", "closed"]);
  });
});

describe("special days", () => {
  it("are holidays, half days, or days that are merely closed", () => {
    const calendar = officeWith(
      { from: "2026-12-25" },
      { from: "2026-12-24", hours: [{ from: "09:00", to: "12:00" }] },
      { from: "2026-12-28", holiday: false },
      { from: "2026-12-26", holiday: false, hours: [{ from: "10:00", to: "11:00" }] },
    );
    const days = ["24 11:00", "24 12:00", "25 11:00", "26 10:30", "26 12:00", "28 11:00", "29 11:00"];
    expect(days.map((day) => at(calendar, `2026-12-${day}`))).toEqual([
      "open",
      "holiday",
      "holiday",
      "open",
      "closed",
      "closed",
      "open",
    ]);
  });

  it("last until their last day, and the shortest of several counts", () => {
    const calendar = officeWith(
      { from: "2026-12-21", to: "2027-01-03" },
      { from: "2026-12-30", hours: [{ from: "10:00", to: "11:00" }] },
    );
    const days = ["2026-12-18", "2026-12-21", "2026-12-30", "2027-01-01", "2027-01-04"];
    expect(days.map((day) => at(calendar, `${day} 10:30`))).toEqual(["open", "holiday", "open", "holiday", "open"]);
  });

  it("come again each year when they are said to, also across the end of one", () => {
    const calendar = officeWith({ from: "2020-12-24", to: "2021-01-06", yearly: true });
    const days = ["2026-12-23", "2026-12-24", "2026-12-31", "2027-01-01", "2027-01-06", "2027-01-07"];
    expect(days.map((day) => at(calendar, `${day} 10:30`))).toEqual([
      "open",
      "holiday",
      "holiday",
      "holiday",
      "holiday",
      "open",
    ]);
    expect(at(officeWith({ from: "2020-03-15", yearly: true }), "2027-03-15 10:00")).toBe("holiday");
    expect(at(officeWith({ from: "2020-03-15" }), "2027-03-15 10:00")).toBe("open");
  });
});

describe("an instant is read by the clock on the wall of the place", () => {
  it.each([
    // Budapest is one hour ahead of UTC in winter and two in summer.
    ["2026-01-05T08:00:00Z", "Europe/Budapest", "open"],
    ["2026-01-05T07:59:59.999Z", "Europe/Budapest", "closed"],
    ["2026-07-06T07:00:00Z", "Europe/Budapest", "open"],
    // The clock goes from 2 to 3 on 29 March 2026 and back from 3 to 2 on 25 October; both are Sundays.
    ["2026-03-30T07:00:00Z", "Europe/Budapest", "open"],
    ["2026-10-26T07:30:00Z", "Europe/Budapest", "closed"],
    // Monday morning there, Sunday evening in Greenwich.
    ["2026-01-04T23:30:00Z", "Pacific/Kiritimati", "open"],
    ["2026-01-05T03:30:00Z", "Asia/Kathmandu", "open"],
    ["2026-01-05T03:14:59Z", "Asia/Kathmandu", "closed"],
    ["2026-01-10T01:00:00Z", "Pacific/Pago_Pago", "open"],
    ["2026-01-05T00:00:00Z", "UTC", "closed"],
  ])("%s in %s is %s", (instant, timeZone, state) => {
    expect(hoursAt({ ...office, timeZone }, instant)).toBe(state);
  });

  it("twice when the clock is put back, and never in the hour that is left out", () => {
    const sunday = { ...office, week: { ...office.week, sunday: [{ from: "02:00", to: "03:00" }] } };
    const open = (day: string) =>
      Array.from({ length: 24 * 60 }, (_, minute) =>
        hoursAt(sunday, new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).toISOString()),
      ).filter((state) => state === "open").length;
    expect([open("2026-10-25"), open("2026-03-29"), open("2026-05-31")]).toEqual([120, 0, 60]);
  });
});

const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const anyHours = fc.array(fc.record({ from: anyTime, to: anyTime }), { maxLength: 3 });
const anyDate = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-12-10", days));
const anyDay = fc
  .record({ from: anyDate, length: fc.nat(5), yearly: fc.boolean(), holiday: fc.boolean(), hours: anyHours })
  .map(({ length, ...day }) => ({ ...day, name: "A day", to: addDays(day.from, length) }));
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constant("Europe/Budapest"),
  week: fc.record({
    monday: anyHours,
    tuesday: anyHours,
    wednesday: anyHours,
    thursday: anyHours,
    friday: anyHours,
    saturday: anyHours,
    sunday: anyHours,
  }),
  days: fc.array(anyDay, { maxLength: 4 }),
});

describe("the next change", () => {
  it("is the first minute that is otherwise", () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 1439 }), (calendar, date, minutes) => {
        const change = nextChange(calendar, { date, minutes });
        const state = hoursAtLocal(calendar, { date, minutes });
        let then = { date, minutes };
        for (let minute = 0; minute < 3 * 1440; minute += 1) {
          then =
            then.minutes === 1439
              ? { date: addDays(then.date, 1), minutes: 0 }
              : { ...then, minutes: then.minutes + 1 };
          const now = hoursAtLocal(calendar, then);
          if (now === state) continue;
          expect(change).toEqual({ ...then, state: now });
          return;
        }
        if (change !== undefined) expect(change.date >= then.date).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("is none when there is none", () => {
    const never = {
      ...office,
      week: { ...office.week, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
    };
    expect(nextChange(never, { date: "2026-01-05", minutes: 0 })).toBeUndefined();
  });
});

describe("a calendar as it is written", () => {
  it("is taken as it is", () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        expect(calendarSchema.parse(calendar)).toEqual(calendar);
      }),
    );
  });

  it.each([
    [{ timeZone: "Budapest" }, "choose a time zone such as Europe/Budapest"],
    [{ timeZone: "+02:00" }, "choose a time zone such as Europe/Budapest"],
    [{ week: { ...office.week, monday: [{ from: "9", to: "17:00" }] } }, "write a time of day such as 08:30"],
    [{ week: { ...office.week, monday: [{ from: "09:00", to: "24:00" }] } }, "write a time of day such as 08:30"],
    [{ days: officeWith({ from: "2026-02-30" }).days }, "write a date such as 2026-12-24"],
    [{ days: officeWith({ to: "2026-12-23" }).days }, "the last day comes before the first one; change one of them"],
    [{ days: officeWith({ name: " " }).days }, "give the day a name"],
    [
      { days: officeWith({ to: "2027-12-24", yearly: true }).days },
      "days that come again each year last less than a year; change the last one",
    ],
  ])("%j is refused", (changed, sentence) => {
    const { error } = calendarSchema.safeParse({ ...office, ...changed });
    expect(error?.issues.map((issue) => issue.message)).toContain(sentence);
  });
});
