import { describe, expect, it } from "vitest";
import { createMemory, type Memory, noMemory } from "../../compiler/src/phases/memory.ts";

describe("a memory", () => {
  /** How often it had to be worked out that two texts follow each other. */
  const counted = (memory: Memory) => {
    let times = 0;
    const join = (one: { text: string }, other: { text: string }) => {
      times += 1;
      return one.text + other.text;
    };
    return {
      join: (one: { text: string }, other: { text: string }) => memory.recall(join, one, other),
      times: () => times,
    };
  };

  it("does not work out the same of the same things again", () => {
    const { join, times } = counted(createMemory());
    const [a, b] = [{ text: "a" }, { text: "b" }];
    expect([join(a, b), join(a, b), join(b, a), join(a, a), join(a, b)]).toEqual(["ab", "ab", "ba", "aa", "ab"]);
    expect(times()).toBe(3);
  });

  it("takes what only looks the same for another thing", () => {
    const { join, times } = counted(createMemory());
    const a = { text: "a" };
    expect([join(a, { text: "b" }), join(a, { text: "b" })]).toEqual(["ab", "ab"]);
    expect(times()).toBe(2);
  });

  it("keeps apart what different work gave, and that something gave nothing", () => {
    const { recall } = createMemory();
    let asked = 0;
    const nothing = (_: object) => {
      asked += 1;
      return undefined;
    };
    const something = (_: object) => "something";
    const it = {};
    expect([recall(nothing, it), recall(something, it), recall(nothing, it)]).toEqual([
      undefined,
      "something",
      undefined,
    ]);
    expect(asked).toBe(1);
  });

  it("may be none", () => {
    const { join, times } = counted(noMemory);
    const [a, b] = [{ text: "a" }, { text: "b" }];
    expect([join(a, b), join(a, b)]).toEqual(["ab", "ab"]);
    expect(times()).toBe(2);
  });
});
