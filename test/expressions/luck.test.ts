import { describe, expect, it } from "vitest";
import { luck } from "../../compiler/src/expressions/luck.ts";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How far counts are from even, as Pearson's chi-square. */
function unevenness(values: readonly number[], boxes: number): number {
  const counts = range(boxes).map((box) => values.filter((value) => Math.floor(value * boxes) === box).length);
  const even = values.length / boxes;
  return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
}

/** With 19 degrees of freedom, one fair series in 10,000 is worse. */
const worst = 52;

describe("the luck of a call", () => {
  it("is from 0 up to 1, and the same whenever it is asked", () => {
    for (const seed of range(1000).map(String)) {
      const value = luck(seed, "split", 1);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      expect(luck(seed, "split", 1)).toBe(value);
    }
  });

  it.each([
    ["calls with seeds in a row", (index: number) => luck(String(index), "split", 1)],
    ["steps of one call", (index: number) => luck("seed", `s${index}`, 1)],
    ["rounds of one call", (index: number) => luck("seed", "split", index)],
  ])("is even over %s", (_name, draw) => {
    expect(unevenness(range(4000).map(draw), 20)).toBeLessThan(worst);
  });

  it("of one round says nothing about the next", () => {
    const pairs = range(4000).map((seed) => {
      const [first, second] = [1, 2].map((pass) => Math.floor(luck(String(seed), "split", pass) * 4));
      return ((first ?? 0) * 4 + (second ?? 0)) / 16;
    });
    expect(unevenness(pairs, 16)).toBeLessThan(worst);
  });
});
