import { expressionsIn, parseText, said, tidySpokenText } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextPart } from "../../compiler/src/expressions/placeholders.ts";

const read = (expression: string) => ({ expression });

describe("a text with placeholders", () => {
  it.each<readonly [string, readonly TextPart[]]>([
    ["", []],
    ["Hello.", ["Hello."]],
    ["{name}", [read("name")]],
    ["Hello { name }, you have {count + 1}.", ["Hello ", read("name"), ", you have ", read("count + 1"), "."]],
    ["{a}{b}", [read("a"), read("b")]],
    ["{{name}}", ["{name}"]],
    ["{{{name}}}", ["{", read("name"), "}"]],
    ["a } b", ["a } b"]],
    ["{{}}", ["{}"]],
    ["日本 {name} 🎉", ["日本 ", read("name"), " 🎉"]],
  ])('"%s"', (source, parts) => {
    expect(parseText(source)).toEqual({ parts });
  });

  it("that is never closed stays as it stands, and is reported", () => {
    expect(parseText("Hello {name")).toEqual({
      parts: ["Hello {name"],
      fault: said`the brace in "${"{name"}" is never closed; write {{ for a brace that is to be read out.`,
    });
  });

  it("that is empty stays as it stands, and is reported", () => {
    expect(parseText("Hello { }, {name}")).toEqual({
      parts: ["Hello { }, ", read("name")],
      fault: said`a placeholder {} is empty; put a variable's name between the braces.`,
    });
  });

  it("reports its first fault", () => {
    expect(parseText("{} and {open").fault?.message).toContain("is empty");
  });

  it("names what it reads", () => {
    expect(expressionsIn("{a} {{b}} {c + 1}")).toEqual(["a", "c + 1"]);
  });

  it("any text can be written so that it is read out as it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const written = text.replace(/[{}]/g, (brace) => brace + brace);
        expect(parseText(written)).toEqual({ parts: text === "" ? [] : [text] });
      }),
    );
  });

  it("whatever the text is, nothing of it gets lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", "a", " ", "$") }), (text) => {
        const { parts } = parseText(text);
        const kept = parts.map((part) => (typeof part === "string" ? part : part.expression)).join("");
        const bare = (words: string) => words.replace(/[{} ]/g, "");
        expect(bare(kept)).toBe(bare(text));
      }),
    );
  });
});

describe("a spoken text is tidied", () => {
  it.each([
    ["  Hello  ", "Hello"],
    ["Hello\n\t  there", "Hello there"],
    ["no\u00a0break", "no break"],
    ["bell\u0007rings", "bell rings"],
    ["half a pair \ud83c here", "half a pair here"],
    ["a whole 🎉", "a whole 🎉"],
    ["\u0000", ""],
  ])("%j is heard as %j", (source, heard) => {
    expect(tidySpokenText(source)).toBe(heard);
  });

  it("once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidySpokenText(tidySpokenText(text))).toBe(tidySpokenText(text));
      }),
    );
  });
});
