import { compile, defaultCompileOptions, type Generation, printDocument } from "@ozflow/compiler";
import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";

function compiledFor(generation: Generation, kind: string, data: Readonly<Record<string, unknown>> = {}) {
  const sketch = { steps: { in: "incoming-call", it: [kind, data] as const }, edges: ["in > it"] };
  const { program, diagnostics } = compile(flow(sketch), { ...defaultCompileOptions, generation });
  const found = diagnostics.filter((one) => one.code === "generation-knows-it").map((one) => one.severity);
  return { found, ozml: program === undefined ? "" : printDocument(program, "in") };
}

it("a step that an older phone system does not have cannot be published for it", () => {
  expect(compiledFor("old", "beep").found).toEqual(["error"]);
  expect(compiledFor("new", "beep").found).toEqual([]);
});

it("what an older phone system overlooks is left out, with a warning", () => {
  const old = compiledFor("old", "play", { maxSeconds: 5 });
  expect(old.found).toEqual(["warning"]);
  expect(old.ozml).toContain("<Play>welcome.wav</Play>");
  expect(compiledFor("new", "play", { maxSeconds: 5 }).ozml).toContain('<Play Timeout="5">welcome.wav</Play>');
});

it.each([
  ["old", "<Forward Destination"],
  ["new", "<ForwardCall Destination"],
] as const)("the %s generation is written %s", (generation, element) => {
  const sketch = {
    steps: { in: "call-changed", it: ["forward", { destination: "500" }] as const },
    edges: ["in.ringing > it"],
  };
  const { program } = compile(flow(sketch), { generation });
  expect(JSON.stringify(program?.handlers)).toContain(element);
});
