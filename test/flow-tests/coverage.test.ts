import { coverageOf, type Flow, openTestedFlow, percentOf, type TestedFlow } from "@ozflow/compiler";
import { expect, it } from "vitest";
import { totalOf } from "../../compiler/src/flow-tests/coverage.ts";
import { playTest } from "../../compiler/src/flow-tests/play-test.ts";
import { flow } from "../support/flow-builder.ts";

function runsOf(drawn: Flow, ...callers: readonly string[]) {
  const tested = openTestedFlow(drawn) as TestedFlow;
  const runs = callers.map((caller) =>
    playTest(tested, { name: caller, call: { caller }, expect: { withinSeconds: 1000 } }),
  );
  return coverageOf(tested.linked, runs);
}

const choice = flow({
  steps: { in: "incoming-call", ask: ["menu", { attempts: 1 }], sales: ["transfer", { target: "1" }], end: "hang-up" },
  edges: ["in > ask.1 > sales.failed > end", "ask.exhausted > end"],
});

it("steps, ways out and lines are covered by the calls that come by", () => {
  const { steps, ports, edges } = runsOf(choice, "1");
  expect(steps).toEqual({ all: 4, covered: 3, missing: ["end"] });
  expect(edges).toMatchObject({ all: 4, covered: 2 });
  expect(edges.missing).toEqual([
    { step: "ask", port: "exhausted", to: "end" },
    { step: "sales", port: "failed", to: "end" },
  ]);
  expect(ports.missing).toContainEqual({ step: "ask", port: "exhausted" });
});

it("a line that stands for another way out is covered by calls that leave by either", () => {
  const { ports, edges } = runsOf(choice, "9");
  expect(edges.missing.map(({ step, port }) => `${step}.${port}`)).toEqual(["ask.1", "sales.failed"]);
  expect(ports.missing.map(({ step, port }) => `${step}.${port}`)).not.toContain("ask.invalid");
  expect(ports.missing.map(({ step, port }) => `${step}.${port}`)).toContain("ask.exhausted");
});

it("the conversation with somebody whom the flow calls counts, and what is inside of a step", () => {
  const drawn = flow({
    steps: {
      in: "incoming-call",
      loop: ["loop", { items: ["a", "b"] }],
      each: ["say", { say: "{item}" }],
      call: ["place-call", { number: "102" }],
      hello: ["say", { say: "Hello" }],
      end: "hang-up",
    },
    edges: ["in > loop.each > each", "loop.next > call.answered > hello", "call.next > end"],
  });
  expect(runsOf(drawn, "").edges.missing).toEqual([]);
});

it("percents are cut: only the whole is 100", () => {
  expect([
    percentOf({ all: 3000, covered: 2999 }),
    percentOf({ all: 8, covered: 8 }),
    percentOf({ all: 0, covered: 0 }),
  ]).toEqual([99.9, 100, 100]);
  expect(totalOf([runsOf(choice, "1"), runsOf(choice, "")]).edges).toMatchObject({ all: 8, covered: 4 });
});
