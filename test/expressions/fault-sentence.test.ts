import { createExpressions, initialValues, noCallFacts } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

const variables = [
  { name: "count", type: "number" as const },
  { name: "name", type: "text" as const, initial: "Ann" },
  { name: "known", type: "truth" as const },
];
const expressions = createExpressions(variables);
const scope = { values: initialValues(variables), call: { ...noCallFacts, caller: "100", dialed: "8000" } };

function faultOf(source: string): string | undefined {
  const checked = expressions.check(source);
  return "fault" in checked ? checked.fault.message : undefined;
}

describe("an author reads what is wrong with an expression", () => {
  it.each([
    ["", "it is empty"],
    ["count +", "something is missing at its end"],
    ["(count", "a parenthesis is never closed"],
    ['"Ann', "a text in it is never closed by a quote"],
    ["count count", '"count" does not belong where it stands'],
    ["name == Ann", 'there is no variable "Ann"; declare it, or put it in quotes if it is a text'],
    ["call.colour", 'nothing like "colour" is known of a call; call.caller, call.dialed and call.began are'],
    ["name == count", "a text cannot be compared with a number"],
    ["1 < name", "a number cannot be compared with a text"],
    ["name + count", "a text and a number cannot be added; string(…) makes a text, double(…) a number"],
    ["count - name", "a text cannot be taken away from a number"],
    ["-name", "a text cannot be negative"],
    ["!count", "! (not) stands before true or false, not before a number"],
    ["count && known", "&& (and) and || (or) need true or false on both sides, not a number"],
    ["count ? 1 : 2", "true or false must stand before the ?, not a number"],
    ["known ? 1 : name", "both sides of the : must be of the same type, not a number and a text"],
    ["known ? 1 : count", "both sides of the : must be of the same type; write whole numbers with .0, as in 1.0"],
    ["known ? 1", "after the ? and a value, a : and another value are missing"],
    ["shout(name)", 'there is no function "shout"'],
    ["size(count)", "size(…) cannot be used with a number"],
    ["startsWith(name, 'A')", "startsWith is written behind what it is asked of, as in name.startsWith(…)"],
    ["[count]", "it gives a list, which no variable can hold"],
    ["{name}", "braces stand around expressions in texts only, not here"],
    ["if known", '"if" is a word of the language itself and no variable'],
  ])("%s: %s", (source, sentence) => {
    expect(faultOf(source)).toBe(sentence);
  });

  it.each([
    ["count = 1", "write == instead of ="],
    ["count => 1", "write >= instead of =>"],
    ["count <> 1", "write != instead of <>"],
    ["known and known", "write && instead of and"],
    ["known OR known", "write || instead of OR"],
    ["not known", "write ! instead of not"],
    ["name == “Ann”", 'write " instead of “'],
  ])("what other languages say is translated: %s: %s", (source, sentence) => {
    expect(faultOf(source)).toBe(sentence);
  });

  it("points in time say how they are written", () => {
    const stamp = 'timestamp("2026-12-24T00:00:00Z")';
    const sentence = `a point in time cannot be compared with a text; write ${stamp} for a point in time`;
    expect(faultOf('call.began > "2026-12-24"')).toBe(sentence);
    expect(faultOf("call.began")).toBe(
      "it gives a point in time, which no variable can hold; take a part of it, as in call.began.getHours()",
    );
  });

  it("what has no sentence yet keeps the original words, in parentheses", () => {
    expect(faultOf("has(name)")).toBe("the expression language refuses it (has() invalid argument)");
  });
});

describe("what only a call can show", () => {
  it.each([
    ["double(name)", "the text is no number"],
    ["1 / 0", "nothing can be divided by 0"],
    ["1.0 / count", "the result is no number"],
    ["name.matches('[')", "the pattern to match cannot be read"],
  ])("%s: %s", (source, sentence) => {
    expect(() => expressions.evaluate(source, scope)).toThrow(`"${source}" cannot be worked out: ${sentence}`);
  });
});
