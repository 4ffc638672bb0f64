import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../editor/src/locales/languages.ts";
import { readTime, writeTime } from "../../editor/src/parts/written-time.ts";

const lengths = { day: 10, minute: 16, second: 19 } as const;
const anyTime = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

describe.each(languages)("a time written in the language %s", (language) => {
  test.each(["day", "minute", "second"] as const)("to the %s is read as what it was", (precision) => {
    fc.assert(
      fc.property(anyTime, (at) => {
        const local = at.toISOString().slice(0, lengths[precision]);
        expect(readTime(writeTime(local, precision, language), precision, language)).toBe(local);
        // As the browser's own fields had it.
        expect(readTime(local, precision, language)).toBe(local);
      }),
    );
  });
});

test("is written as the lists of the interface write it", () => {
  expect(writeTime("2026-12-24T18:00", "minute", "en").replace(/\s/g, " ")).toBe("Dec 24, 2026, 6:00 PM");
  expect(writeTime("2026-12-24", "day", "es")).toBe("24 dic 2026");
  expect(writeTime("", "day", "en")).toBe("");
});

test.each([
  ["12/24/2026", "en", "2026-12-24T00:00"],
  ["24/12/2026 7:30", "es", "2026-12-24T07:30"],
  ["december 24 2026 12:05 am", "en", "2026-12-24T00:05"],
  ["24 de diciembre", "es", undefined],
  ["24/12/2026", "en", undefined],
  ["Feb 30, 2026", "en", undefined],
  ["2026-12-24 25:00", "en", undefined],
  ["2026-12-24 13:00 PM", "en", undefined],
  ["2026-12-24 8:60", "en", undefined],
  ["tomorrow", "en", undefined],
  ["", "en", undefined],
])("%j in the language %s is %s", (text, language, local) => {
  expect(readTime(text, "minute", language)).toBe(local);
});

test("a day has no time of day", () => {
  expect(readTime("2026-12-24 8:00", "day", "en")).toBeUndefined();
});
