import { createExpressions, initialValues, noCallFacts, type Value } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { ExpressionError } from "../../compiler/src/expressions/expressions.ts";

const variables = [
  { name: "count", type: "number" as const, initial: 2 },
  { name: "price", type: "number" as const, initial: 2.5 },
  { name: "name", type: "text" as const, initial: "Ann" },
  { name: "pin", type: "text" as const, initial: "0042" },
  { name: "known", type: "truth" as const, initial: true },
];
const expressions = createExpressions(variables);
const scope = { values: initialValues(variables), call: { ...noCallFacts, caller: "100", dialed: "8000" } };

const evaluate = (source: string) => expressions.evaluate(source, scope);

describe("an expression has a type before any call is made", () => {
  it.each([
    ["name", "text"],
    ["call.caller + call.dialed", "text"],
    ['call.began.getHours("Europe/Budapest")', "number"],
    ['call.began < timestamp("2026-12-24T00:00:00Z")', "truth"],
    ["string(count)", "text"],
    ["count", "number"],
    ["1", "number"],
    ["1.5", "number"],
    ["count + 1", "number"],
    ["size(pin)", "number"],
    ["double(pin)", "number"],
    ["known", "truth"],
    ["count > 1", "truth"],
    ['name == "Ann" && !known', "truth"],
    ["known ? 1.0 : 2.0", "number"],
  ] as const)("%s gives a %s", (source, type) => {
    expect(expressions.check(source)).toEqual({ type });
  });

  it.each([
    ["a variable that is not there", "total + 1"],
    ["something the call does not know", "call.colour"],
    ["a text and a number together", "name + count"],
    ["a text compared with a number", "name == count"],
    ["a number as a question", "count && known"],
    ["half an expression", "count +"],
    ["nothing", ""],
    ["two expressions", "count count"],
    ["a function that is not there", "shout(name)"],
    ["what no variable can hold: a list", "[count, price]"],
    ["what no variable can hold: the call itself", "call"],
    ["what no variable can hold: a point in time", "call.began"],
    ["a point in time compared with a text", 'call.began < "2026-12-24"'],
    ["what is no author's business", "call.seed"],
    ["depth beyond measure", `${"(".repeat(500)}1${")".repeat(500)}`],
    ["length beyond measure", Array.from({ length: 3000 }, () => "1").join(" + ")],
  ])("a fault is a sentence: %s", (_name, source) => {
    const checked = expressions.check(source);
    expect(checked).toHaveProperty("fault.message", expect.stringMatching(/\S/));
    expect("fault" in checked && checked.fault.message).not.toContain("\n");
  });
});

describe("whole and broken numbers go together, as people expect", () => {
  it.each<readonly [string, Value]>([
    ["count + 1", 3],
    ["1 + count", 3],
    ["count - 0.5", 1.5],
    ["price * 2", 5],
    ["5 / count", 2.5],
    ["count / 4", 0.5],
    ["7 % count", 1],
    ["price % count", 0.5],
    ["-count", -2],
    ["count == 2", true],
    ["2 == count", true],
    ["price != 2", true],
    ["price > 2", true],
    ["2 < price", true],
    ["count >= 2.0", true],
    ["count <= 1", false],
    ["size(pin) == count + 2", true],
    ["(count + 1) * 2 - price", 3.5],
  ])("%s is %s", (source, value) => {
    expect(expressions.check(source)).not.toHaveProperty("fault");
    expect(evaluate(source)).toBe(value);
  });
});

describe("values", () => {
  it.each<readonly [string, Value]>([
    ["name", "Ann"],
    ['pin == "0042"', true],
    ["double(pin)", 42],
    ['string(price) + "!"', "2.5!"],
    ['pin.startsWith("00")', true],
    ['pin.matches("^[0-9]{4}$")', true],
    ['name.contains("nn") || 1 > 2', true],
    ["name < call.dialed", false],
    ["!known", false],
    ['call.began.getHours("Europe/Budapest") == 10', true],
    ["call.began.getDayOfWeek() == 1", true],
    ['call.began >= timestamp("2026-01-05T09:00:00Z")', true],
    ['call.began - timestamp("2026-01-01T00:00:00Z") > duration("96h")', true],
    ['known ? "yes" : "no"', "yes"],
    ["size(name)", 3],
  ])("%s is %s", (source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it("what types cannot foresee is an ExpressionError that names the expression", () => {
    expect(() => evaluate("double(name)")).toThrow(ExpressionError);
    expect(() => evaluate("double(name)")).toThrow(/^"double\(name\)" cannot be worked out: .+/);
  });

  it("the same expression is asked again with other values", () => {
    const other = { ...scope, values: { ...scope.values, count: 40 } };
    expect([evaluate("count + 2"), expressions.evaluate("count + 2", other), evaluate("count + 2")]).toEqual([
      4, 42, 4,
    ]);
  });

  it("an expression of one flow knows nothing of another's variables", () => {
    const others = createExpressions([{ name: "colour", type: "text" }]);
    expect(others.check("colour")).toEqual({ type: "text" });
    expect(others.check("count")).toHaveProperty("fault");
    expect(expressions.check("colour")).toHaveProperty("fault");
  });
});

describe("read out", () => {
  it.each([
    ["count", "2"],
    ["price", "2.5"],
    ["count * 1.0", "2"],
    ["known", "true"],
    ["name", "Ann"],
    ['"a" + "\\u0007" + "b"', "a b"],
  ])("%s is read as %s", (source, words) => {
    expect(expressions.read(source, scope)).toBe(words);
  });
});

describe("work that grows without end", () => {
  it("is refused while drawing", () => {
    expect(expressions.check('["a"].exists(a, ["b"].exists(b, a == b))')).toHaveProperty("fault");
    expect(expressions.check('["a", "b"].exists(one, one == pin) && ["c"].all(one, one != pin)')).toEqual({
      type: "truth",
    });
    expect(expressions.check('pin.matches("(?=0)")')).toHaveProperty("fault");
  });

  it("is not done for a text that doubles", () => {
    const long = expressions.evaluate("name + name", {
      ...scope,
      values: { ...scope.values, name: "x".repeat(150_000) },
    });
    expect(String(long)).toHaveLength(300_000);
    const longer = { ...scope, values: { ...scope.values, name: "x".repeat(150_001) } };
    expect(() => expressions.evaluate("name + name", longer)).toThrow("the text becomes too long");
  });

  it("stays what it was where patterns stand in a longer condition", () => {
    expect(evaluate('(pin + "x").matches("^00.*x$") ? [1, 2].all(n, pin.matches("^0+42$")) : false')).toBe(true);
    expect(evaluate('!pin.matches("4{2}") && pin.matches("4")')).toBe(true);
  });
});
