import { createExpressions, noCallFacts } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createForesight } from "../../compiler/src/expressions/foresee.ts";
import { holds } from "../../compiler/src/expressions/in-call.ts";

const variables = [
  { name: "name", type: "text" },
  { name: "count", type: "number" },
  { name: "flag", type: "truth" },
] as const;
const expressions = createExpressions(variables);
const foresight = createForesight(variables, expressions);

describe("what an expression gives, whatever the rest may hold", () => {
  it.each([
    ["count < 3", { count: 2 }, { value: true }],
    ["count < 3", {}, undefined],
    ["1 + 1", {}, { value: 2 }],
    ["flag && count > 1", { flag: false }, { value: false }],
    ["count > 1 && flag", { flag: false }, { value: false }],
    ["flag || count > 1", { flag: true }, { value: true }],
    ["flag || count > 1", { flag: false }, undefined],
    ["!(flag || count > 1)", { flag: true }, { value: false }],
    ['flag ? name : "x"', { flag: false }, { value: "x" }],
    ['flag ? name : "x"', {}, undefined],
    ["double(name) > 1.0", { name: "many" }, "fails"],
    ["double(name) > 1.0 && flag", { name: "many", flag: true }, "fails"],
    ["double(name) > 1.0 && flag", { name: "many", flag: false }, { value: false }],
    ["double(name) > 1.0 || flag", { name: "many" }, undefined],
    ['call.caller == "100"', {}, undefined],
    ["_luck(_seed, 'split', 1.0) < 2.0", {}, undefined],
    ["this is no expression", {}, "fails"],
  ] as const)("%s with %j: %j", (source, values, expected) => {
    expect(foresight.foresee(source, { values })).toEqual(expected);
  });

  it("knows the call when it is told which it is", () => {
    const known = { values: {}, call: { ...noCallFacts, caller: "100" } };
    expect(foresight.foresee('call.caller == "100"', known)).toEqual({ value: true });
  });

  it("names what is read", () => {
    expect([...foresight.reads('flag ? name : string(count) + "flag"')].sort()).toEqual(["count", "flag", "name"]);
    expect([...foresight.reads("_luck(_seed, 'split', _passes_split) < 0.5")].sort()).toEqual([
      "_passes_split",
      "call",
    ]);
    expect([...foresight.decidedBy("flag && call.caller == name")]).toEqual(["flag"]);
    expect(foresight.literals('name in ["12", "x"] && count > 3 - 0.5')).toEqual(["12", "x", 3, 0.5]);
    expect([...foresight.reads("call.began.getHours() > 8")]).toEqual(["call"]);
  });
});

describe("what is known behind a condition", () => {
  it.each([
    ['name == "12"', true, { name: "12" }],
    ['"12" == name', true, { name: "12" }],
    ['name == "12"', false, {}],
    ['name != "12"', false, { name: "12" }],
    ["count == 3", true, { count: 3 }],
    ["flag", false, { flag: false }],
    ["!flag", true, { flag: false }],
    ["!flag", false, { flag: true }],
    ['flag && name == "a"', true, { flag: true, name: "a" }],
    ['flag && name == "a"', false, {}],
    ["flag || count == 3", false, { flag: false }],
    ["!(flag && double(name) > 1.0)", false, {}],
  ] as const)("%s, came out true: %s", (source, cameOutTrue, expected) => {
    expect(foresight.implied(source, cameOutTrue)).toEqual(expected);
  });
});

describe("for every expression and everything that variables can hold", () => {
  const leaf = fc.constantFrom(
    "flag",
    "count < 3.0",
    "count == 3",
    'name == "12"',
    'name != ""',
    "double(name) > 1.0",
    "true",
    "name.size() > 1",
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(${a}) && (${b})`),
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(${a}) || (${b})`),
      tie("tree").map((a) => `!(${a})`),
      fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => `((${a}) ? (${b}) : (${c}))`),
    ),
  }));
  const whole = fc.record({
    name: fc.constantFrom("", "12", "many"),
    count: fc.constantFrom(0, 3, 7),
    flag: fc.boolean(),
  });

  it("what is foreseen comes true, and what is implied is so", () => {
    fc.assert(
      fc.property(tree, whole, fc.subarray(["name", "count", "flag"] as const), (source, values, told) => {
        const known = Object.fromEntries(told.map((name) => [name, values[name]]));
        const cameOut = holds(source, { values, call: noCallFacts }, expressions);
        const foreseen = foresight.foresee(source, { values: known });
        if (foreseen !== undefined) expect(foreseen !== "fails" && foreseen.value).toBe(cameOut);
        if (told.length === 3) expect(foreseen).toBeDefined();
        expect(values).toMatchObject(foresight.implied(source, cameOut));
      }),
      { numRuns: 1500 },
    );
  });
});
