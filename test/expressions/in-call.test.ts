import { createExpressions, noCallFacts } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { fromText } from "../../compiler/src/expressions/from-text.ts";
import { assignIn, holds, readIn } from "../../compiler/src/expressions/in-call.ts";

const expressions = createExpressions([
  { name: "name", type: "text" },
  { name: "count", type: "number" },
]);
const scope = { values: { name: "Ann", count: 1 }, call: noCallFacts };

describe("what cannot be worked out never stops a call", () => {
  it("a question is answered with no", () => {
    expect(holds("count == 1", scope, expressions)).toBe(true);
    expect(holds("double(name) > 0", scope, expressions)).toBe(false);
  });

  it("a placeholder says nothing", () => {
    expect(readIn("count + 1", scope, expressions)).toBe("2");
    expect(readIn("double(name)", scope, expressions)).toBe("");
  });

  it("a variable stays as it was", () => {
    expect(assignIn(scope, "count", "count + 1", expressions).values).toEqual({ name: "Ann", count: 2 });
    expect(assignIn(scope, "count", "double(name)", expressions)).toBe(scope);
  });
});

describe("a value given from outside is taken for what its variable holds", () => {
  it.each([
    ["Rome", "text", "Rome"],
    ["", "text", ""],
    [" 12 ", "text", " 12 "],
    ["12", "number", 12],
    [" -1.5 ", "number", -1.5],
    ["", "number", undefined],
    ["a lot", "number", undefined],
    ["Infinity", "number", undefined],
    ["NaN", "number", undefined],
    ["true", "truth", true],
    ["YES", "truth", true],
    ["1", "truth", true],
    ["no", "truth", false],
    ["0", "truth", false],
    ["maybe", "truth", undefined],
    ["", "truth", undefined],
  ] as const)('"%s" for a %s is %s', (text, type, value) => {
    expect(fromText(text, type)).toBe(value);
  });
});
