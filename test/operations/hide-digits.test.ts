import { PassThrough } from "node:stream";
import { createLog } from "@ozflow/server";
import { describe, expect, test } from "vitest";
import { hideDigits, hideDigitsIn } from "../../server/src/operations/hide-digits.ts";

describe("what callers typed and the numbers they call from are hidden", () => {
  test.each([
    ["the PIN was 1234", "the PIN was •••"],
    ["PIN:1234", "PIN:•••"],
    ["+36 1 555 0142 called", "•••42 called"],
    ["card 4111-1111-1111-1111", "card •••11"],
    ['"0036305550142" is not a number', '"•••42" is not a number'],
  ])("%s", (written, hidden) => expect(hideDigits(written)).toBe(hidden));
});

describe("what a server is mended by stays", () => {
  test.each([
    "connect ECONNREFUSED 127.0.0.1:9509",
    "http://pbx.example:9509 does not answer",
    "since 2026-11-24T19:30:00.000Z",
    "turn 12, 503 answers",
  ])("%s", (text) => expect(hideDigits(text)).toBe(text));

  test("ids are no numbers, whatever they are made of", () => {
    expect(hideDigitsIn({ call: "12345abc", request: "1234-5678", ms: 12345 })).toEqual({
      call: "12345abc",
      request: "1234-5678",
      ms: 12345,
    });
  });
});

test("fields that hold a number are hidden whole, at any depth", () => {
  expect(hideDigitsIn({ caller: "101", asked: { to: "7", reason: ["dialled 5550142"] } })).toEqual({
    caller: "•••",
    asked: { to: "•••", reason: ["dialled •••42"] },
  });
});

describe("the log", () => {
  function lines(options: { level: "debug" | "warn"; showDigits: boolean }) {
    const output = new PassThrough();
    const log = createLog({ ...options, format: "json", output });
    log.debug("Asked", { caller: "5550142" });
    log.warn("Refused 5550142", { call: "c1" });
    return String(output.read())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  test("is an object a line with time, level, sentence and fields", () => {
    const [asked, refused] = lines({ level: "debug", showDigits: false });
    expect(asked).toEqual({ level: "debug", time: expect.stringMatching(/Z$/), msg: "Asked", caller: "•••" });
    expect(refused).toMatchObject({ level: "warn", msg: "Refused •••42", call: "c1" });
  });

  test("writes digits when it is told to, and nothing below its level", () => {
    expect(lines({ level: "warn", showDigits: true })).toMatchObject([{ msg: "Refused 5550142" }]);
  });
});
