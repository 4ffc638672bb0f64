import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, createMemory, type Flow, type Step } from "../../compiler/src/index.ts";
import type { Change } from "../../editor/src/model/change.ts";
import { setData, setVariables } from "../../editor/src/model/changes/index.ts";
import { setLanguages } from "../../editor/src/model/changes/set-languages.ts";
import { createDocumentStore } from "../../editor/src/model/document-store.ts";
import { partsOf, putTogether } from "../../editor/src/worker/flow-parts.ts";
import { calledFlows } from "../support/called-flows.ts";
import { flow } from "../support/flow-builder.ts";
import { largeFlow } from "../support/large-flow.ts";
import { randomFlow } from "../support/random-flow.ts";
import { anyChange, pick, stepAt } from "./any-change.ts";

/** What is typed into fields, on the way to something that can be read and when it is. */
const typed = fc.constantFrom(
  "",
  "{",
  "{name}",
  "{count + 1}",
  "{nobody}",
  "count + 1",
  "flag",
  "$x",
  "+36 1 234",
  "true",
);

/** Data with another text in place of one of its own. */
function withText(data: Step["data"], place: number, text: string): Step["data"] {
  const texts: string[] = [];
  JSON.stringify(data, (key, value) => (typeof value === "string" ? texts.push(key) : value));
  let left = place % Math.max(1, texts.length);
  return JSON.parse(
    JSON.stringify(data, (_, value) => {
      if (typeof value !== "string") return value;
      left -= 1;
      return left === -1 ? text : value;
    }),
  );
}

/** What else is done to a flow that what is found depends on. */
const furtherChange: fc.Arbitrary<(flow: Flow) => Change> = fc.oneof(
  fc.tuple(pick, pick, typed).map(([index, place, text]) => (flow: Flow) => {
    const step = stepAt(flow, index);
    return setData(step?.id ?? "", withText(step?.data ?? {}, place, text));
  }),
  pick.map((index) => (flow: Flow) => setVariables(flow.variables.filter((_, at) => at !== index % 4))),
  pick.map(
    (index) => (flow: Flow) =>
      setVariables(flow.variables.map((one, at) => (at === index % 4 ? { ...one, secret: one.secret !== true } : one))),
  ),
  fc.constantFrom(["en-US"], ["en-US", "es-ES"], ["es-ES", "en-US", "x_y z"]).map((codes) => () => setLanguages(codes)),
);

type Deed = "undo" | "redo" | ((flow: Flow) => Change);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: furtherChange },
  { weight: 4, arbitrary: anyChange },
  { weight: 1, arbitrary: fc.constantFrom<Deed>("undo", "redo") },
);

/** A flow as the compiler's thread has it after each of the deeds. */
function* inTheThread(drawn: Flow, deeds: readonly Deed[]): Generator<Flow> {
  const document = createDocumentStore(drawn);
  let told: Flow | undefined;
  let there: Flow | undefined;
  for (const one of ["undo" as const, ...deeds]) {
    if (one === "undo" || one === "redo") document[one]();
    else document.commit(one(document.getState().flow));
    const { flow } = document.getState();
    there = putTogether(structuredClone(partsOf(flow, told)), there);
    told = flow;
    yield there;
  }
}

describe("a flow that is checked again and again while it is drawn", () => {
  it("is found to be what it is found to be when nothing is remembered of it", () => {
    fc.assert(
      fc.property(randomFlow(), fc.array(deed, { minLength: 1, maxLength: 12 }), (drawn, deeds) => {
        const memory = createMemory();
        for (const flow of inTheThread(drawn, deeds)) {
          const again = check(flow, memory);
          const anew = check(structuredClone(flow));
          expect(again.diagnostics).toEqual(anew.diagnostics);
          expect([...again.analysis.graph]).toEqual([...anew.analysis.graph]);
          expect([...again.analysis.ways]).toEqual([...anew.analysis.ways]);
          expect(again.analysis.ownVariables).toEqual(anew.analysis.ownVariables);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has of each step that did not change the instructions it had", () => {
    const memory = createMemory();
    const drawn = largeFlow(60);
    const edited = drawn.steps.find(({ type }) => type === "say")?.id ?? "";
    const deeds = [() => setData(edited, { say: "{account}" })];
    const [before, after] = [...inTheThread(drawn, deeds)].map((flow) => check(flow, memory));
    const others = [...(before?.analysis.graph ?? [])].filter(([, one]) => one.step !== "" && one.step !== edited);
    expect(others.length).toBeGreaterThan(100);
    for (const [label, one] of others) expect(after?.analysis.graph.get(label)).toBe(one);
    expect(after?.diagnostics).toContainEqual(expect.objectContaining({ code: "read-before-written", step: edited }));
  });

  it("has of a flow that it goes through the instructions it had", () => {
    const memory = createMemory();
    const steps = { in: "incoming-call", go: ["sub-flow", { flow: "ask" }], say: ["say", { say: "Hello" }] } as const;
    const drawn = { ...flow({ steps, edges: ["in > go > say"] }), subFlows: calledFlows };
    const deeds = [() => setData("say", { say: "Good evening" })];
    const [before, after] = [...inTheThread(drawn, deeds)].map((one) => check(one, memory));
    const asked = before?.analysis.graph.get("go~ask");
    expect(asked?.op).toBe("ask");
    expect(after?.analysis.graph.get("go~ask")).toBe(asked);
    expect(after?.analysis.expressions).toBe(before?.analysis.expressions);
  });
});
