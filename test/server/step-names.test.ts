import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../server/src/instant.ts";
import { createStepNames } from "../../server/src/known/step-names.ts";

test("each way through a flow is written with the names of its steps, the second time too", () => {
  const { named, written } = createStepNames(new Map([["ask", "Ask"]]));
  const way = fc.array(fc.constantFrom("ask", "ask 2", "2", "", "gone"), { maxLength: 4 });
  fc.assert(
    fc.property(way, (ids) => {
      for (const _ of "two") expect(JSON.parse(written(ids))).toEqual(ids.map(named));
    }),
  );
  expect(written(["ask", "gone"])).toBe('[{"id":"ask","label":"Ask"},{"id":"gone","label":"gone"}]');
});

test("every millisecond has its own text, however many come in between", () => {
  const ms = Date.UTC(2030, 0, 1);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: ms, max: ms + 30 })), (all) => {
      for (const one of all) expect(instant(one)).toBe(new Date(one).toISOString());
    }),
  );
});
