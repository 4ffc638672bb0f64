import { describe, expect, it } from "vitest";
import { parseJsonPath, valueAtPath } from "../../compiler/src/http/json-path.ts";

describe("a path into an answer", () => {
  it.each([
    ["", []],
    ["name", ["name"]],
    [" customer.name ", ["customer", "name"]],
    ["orders[0].lines[12].id", ["orders", 0, "lines", 12, "id"]],
    ["[1]", [1]],
    ['["odd key"].x-y', ["odd key", "x-y"]],
  ])("%j is read", (source, path) => expect(parseJsonPath(source)).toEqual(path));

  it.each([".name", "a..b", "a.", "a[", "a[x]", "a[-1]", "a b", "a[0]b", "[0", '["x]'])("%j is none", (source) =>
    expect(parseJsonPath(source)).toBeUndefined(),
  );

  it("finds what lies there, and nothing that is only inherited", () => {
    const json = JSON.parse('{ "a": [{ "b": 1 }], "__proto__": { "own": true } }');
    expect(valueAtPath(json, ["a", 0, "b"])).toBe(1);
    expect(valueAtPath(json, ["__proto__", "own"])).toBe(true);
    for (const path of [["a", 1], ["a", "length", "x"], ["toString"], ["constructor", "name"], ["a", 0, "b", "c"]])
      expect(valueAtPath(json, path)).toBeUndefined();
    expect(valueAtPath("text", ["length"])).toBeUndefined();
  });
});
