import { compile, type Flow, parseText, readOzml, tidySpokenText } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFlow } from "../support/random-flow.ts";
import { documentFaults, serveAll } from "../support/served-documents.ts";

const numRuns = 400;
const seed = 7;

describe("the output of the compiler", () => {
  it("is the same however steps and edges are ordered and wherever the steps lie", () => {
    fc.assert(
      fc.property(randomFlow(), fc.infiniteStream(fc.nat()), (flow, random) => {
        const shuffled: Flow = {
          ...flow,
          steps: shuffle(flow.steps, random),
          edges: shuffle(flow.edges, random),
          layout: Object.fromEntries(flow.steps.map((step) => [step.id, { x: random.next().value % 1000, y: 3 }])),
        };
        expect(JSON.stringify(compile(shuffled).program)).toBe(JSON.stringify(compile(flow).program));
      }),
      { numRuns, seed },
    );
  });

  it("is well-formed XML in the vocabulary, and asks only for documents that are there", () => {
    fc.assert(
      fc.property(randomFlow(), fc.constantFrom("lean" as const, "branches" as const), (flow, trace) => {
        const { program } = compile(flow, { trace });
        if (program === undefined) return;
        for (const { name, xml, asksFor } of serveAll(program)) {
          expect(documentFaults(xml, holdsRaw(flow)), `${name}\n${xml}`).toEqual([]);
          for (const document of asksFor) expect(Object.keys(program.handlers)).toContain(document);
        }
      }),
      { numRuns, seed },
    );
  });

  it("says every text as it was written", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(anyText, (words) => {
        const say = words.replaceAll("{", "{{").replaceAll("}", "}}");
        const { program } = compile(greeting(say));
        const [document] = program === undefined ? [] : serveAll(program);
        const heard = readOzml(document?.xml ?? "").root?.children.find((one) => one.name === "Speak")?.text ?? "";
        const meant = parseText(tidySpokenText(say)).parts.join("");
        expect(heard).toBe(meant);
      }),
      { numRuns: 2000, seed },
    );
  });

  it("comes for any flow at all, or a reason does", () => {
    const wild = fc.record({
      formatVersion: fc.constant(1 as const),
      name: fc.string({ minLength: 1 }),
      languages: fc.constant(["en"]),
      variables: fc.constant([]),
      steps: fc.array(
        fc.record({
          id: fc.constantFrom("a", "b", "c"),
          type: fc.constantFrom("say", "menu", "incoming-call", "nonsense", "condition"),
          label: fc.string(),
          data: fc.dictionary(fc.string(), fc.jsonValue()),
        }),
        { maxLength: 6 },
      ),
      edges: fc.array(
        fc.record({
          from: fc.constantFrom("a", "b", "z"),
          port: fc.constantFrom("next", "1", "x"),
          to: fc.constantFrom("a", "z"),
        }),
      ),
      notes: fc.constant([]),
      layout: fc.constant({}),
    });
    fc.assert(
      fc.property(wild, (flow) => {
        const { program, diagnostics } = compile(flow as Flow);
        expect(program !== undefined || diagnostics.some((one) => one.severity === "error")).toBe(true);
      }),
      { numRuns, seed },
    );
  });
});

function holdsRaw(flow: Flow): boolean {
  return flow.steps.some((step) => step.type === "raw-ozml");
}

function shuffle<T>(items: readonly T[], random: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, at: random.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function greeting(say: string): Flow {
  return {
    formatVersion: 1,
    name: "greeting",
    languages: ["en-US"],
    variables: [],
    steps: [
      { id: "call", type: "incoming-call", label: "Call", data: {} },
      { id: "hello", type: "say", label: "Hello", data: { say: say.slice(0, 4000) } },
    ],
    edges: [{ from: "call", port: "next", to: "hello" }],
    notes: [],
    layout: {},
  };
}
