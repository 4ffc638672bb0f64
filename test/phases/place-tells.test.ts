import { compile, createAnswerer, parseCallerScript, simulateProgram } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { type FlowSketch, flow } from "../support/flow-builder.ts";

const menu = [
  "menu",
  {
    options: [
      { key: "1", label: "One" },
      { key: "2", label: "Two" },
    ],
    attempts: 1,
  },
] as const;
const outcome = (disposition: string) => ["disposition", { disposition }] as const;

/** What is noted of a call, and how many callbacks it makes. */
function play(sketch: FlowSketch, caller: string, trace: "lean" | "branches" = "lean") {
  const { program, diagnostics } = compile(flow(sketch), { trace });
  const script = parseCallerScript(caller);
  if (program === undefined || "fault" in script) throw new Error(JSON.stringify(diagnostics));
  const { transcript, callbacks } = simulateProgram(createAnswerer(program), {
    entry: "incoming-call",
    caller: script.script,
  });
  return { told: transcript.told.map((one) => one.disposition), callbacks: callbacks.length };
}

const ends = ["menu.no-input > bye", "menu.invalid > bye", "menu.exhausted > bye"];

describe("what every caller comes to", () => {
  const sketch: FlowSketch = {
    steps: { in: "incoming-call", hello: "say", known: outcome("known"), menu, bye: "hang-up" },
    edges: ["in > hello > known > menu.1 > bye", "menu.2 > bye", ...ends],
  };

  it("is noted when the document is served, and costs no callback", () => {
    expect(play(sketch, "1")).toEqual({ told: ["known"], callbacks: 1 });
    expect(play(sketch, "hangup")).toEqual({ told: ["known"], callbacks: 1 });
  });
});

describe("what only some callers come to", () => {
  it("is noted with the next callback that their way makes anyway", () => {
    const sketch: FlowSketch = {
      steps: {
        in: "incoming-call",
        menu,
        sold: outcome("sold"),
        leave: ["record", { saveTo: "file" }],
        bye: "hang-up",
      },
      edges: ["in > menu.1 > sold > leave > bye", "menu.2 > leave", ...ends],
      variables: { file: "text" },
    };
    expect(play(sketch, "1,talk 3")).toEqual({ told: ["sold"], callbacks: 2 });
    expect(play(sketch, "2,talk 3")).toEqual({ told: [], callbacks: 2 });
  });

  const endsHere: FlowSketch = {
    steps: { in: "incoming-call", menu, sold: outcome("sold"), thanks: "say", bye: "hang-up" },
    edges: ["in > menu.1 > sold > thanks > bye", "menu.2 > bye", ...ends],
  };

  it("costs a callback where the call may end without one, on that way only", () => {
    expect(play(endsHere, "1")).toEqual({ told: ["sold"], callbacks: 2 });
    expect(play(endsHere, "2")).toEqual({ told: [], callbacks: 1 });
    expect(play(endsHere, "")).toEqual({ told: [], callbacks: 1 });
  });

  it("costs none where each choice is a callback already", () => {
    expect(play(endsHere, "1", "branches")).toEqual({ told: ["sold"], callbacks: 2 });
    expect(play(endsHere, "2", "branches")).toEqual({ told: [], callbacks: 2 });
  });

  it("is noted when nobody answers a transfer, and not when somebody does", () => {
    const sketch: FlowSketch = {
      steps: { in: "incoming-call", dial: ["transfer", { target: "200" }], missed: outcome("missed"), bye: "hang-up" },
      edges: ["in > dial.failed > missed > bye"],
    };
    const { program } = compile(flow(sketch));
    if (program === undefined) throw new Error("the flow does not compile");
    const toldWhen = (unreachable: readonly string[]) =>
      simulateProgram(createAnswerer(program), { entry: "incoming-call", caller: [], world: { unreachable } })
        .transcript.told;
    expect(toldWhen([])).toEqual([]);
    expect(toldWhen(["200"])).toEqual([{ disposition: "missed", note: "" }]);
  });
});
