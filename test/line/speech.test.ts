import { speechMs } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { spokenWords } from "../../compiler/src/line/speech.ts";

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

describe("how long a text takes to read out", () => {
  it("is 150 words a minute in English, and where the language is not known", () => {
    for (const language of [undefined, "en-UK", "EN_us", "x-none"]) expect(speechMs(words(150), language)).toBe(60_000);
    expect(speechMs("")).toBe(0);
    expect(speechMs("Yes")).toBe(500);
  });

  it("is longer where a word is, in the proportion that was measured", () => {
    expect(speechMs(words(100), "fi-FI")).toBe(Math.round((speechMs(words(100)) * 228) / 161));
    expect(speechMs(words(100), "es")).toBeGreaterThan(speechMs(words(100), "en"));
    expect(speechMs(words(100), "de")).toBeGreaterThan(speechMs(words(100), "es"));
  });

  it("counts characters where there are no blanks", () => {
    const characters = "日".repeat(255);
    expect(speechMs(characters, "zh-CN")).toBe(Math.round((60_000 * 228) / 150));
    expect(speechMs(characters, "ja-JP")).toBeLessThan(speechMs(characters, "zh-CN"));
    expect(speechMs(characters)).toBe(51_000);
  });

  it("is never more than the words that proofs reckon with", () => {
    for (const text of ["日本語です", "two words", "混ぜて mixed"])
      for (const language of ["", "zh", "ja", "en"]) {
        const reckoned = words(Math.ceil(spokenWords(text)));
        expect(speechMs(reckoned, language)).toBeGreaterThanOrEqual(speechMs(text, language));
      }
  });
});
