import {
  compile,
  createAnswerer,
  exportStatic,
  noCallFacts,
  parseCallerScript,
  simulateProgram,
} from "@ozflow/compiler";
import { describe, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";

const song = flow({
  steps: { in: "incoming-call", song: ["play", { play: "prompt:abc" }], end: "hang-up" },
  edges: ["in > song > end"],
});
const program = compile(song).program;
if (program === undefined) throw new Error("the flow is sound");
const parsed = parseCallerScript("");
if ("fault" in parsed) throw new Error(parsed.fault.message);
const caller = parsed.script;

describe("a sound of the prompt library", () => {
  test("becomes an address when the document is served", () => {
    const answerer = createAnswerer(program);
    const session = answerer.begin("s", noCallFacts);
    const { xml } = answerer.answer({ document: answerer.entry("incoming-call") ?? "", parameters: {} }, session, {
      address: () => "",
      newSessionId: () => "",
      promptAddress: (id) => `https://ivr.example/audio/${id}.wav?a&b`,
    });
    expect(xml).toContain("<Play>https://ivr.example/audio/abc.wav?a&amp;b</Play>");
  });

  test("is named in simulations, where it lasts as long as it is known to", () => {
    const { transcript } = simulateProgram(createAnswerer(program), {
      entry: "incoming-call",
      caller,
      world: { audioSeconds: { "prompt:abc": 7.5 } },
    });
    expect(transcript.events).toContainEqual({ event: "played", file: "prompt:abc", atMs: 0 });
    expect(transcript.events.at(-1)).toMatchObject({ atMs: 7500 });
  });

  test("needs the OzFlow server, and an export says which step is the reason", () => {
    expect(exportStatic(program, "http://web.example").live).toEqual(new Map([["in", ["song"]]]));
  });

  test("is missed only when it is known which ones there are", () => {
    expect(compile(song).diagnostics).toEqual([]);
    expect(compile(song, { prompts: ["abc"] }).diagnostics).toEqual([]);
    expect(compile(song, { prompts: [] }).diagnostics).toMatchObject([{ code: "prompt-missing", severity: "error" }]);
  });
});
