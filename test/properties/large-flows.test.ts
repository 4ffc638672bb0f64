import { compile, type Flow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { largeFlow } from "../support/large-flow.ts";

const menuData = {
  prompt: { say: "To go on, press 1. To leave, press 2." },
  timeoutSeconds: 5,
  attempts: 3,
  noInputPrompt: { say: "" },
  invalidPrompt: { say: "No." },
  options: [
    { key: "1", label: "On" },
    { key: "2", label: "Out" },
  ],
};

/** A call that comes to one step after the other. */
function chain(
  steps: number,
  kind: string,
  data: Record<string, unknown>,
  ports: Readonly<Record<string, "next" | "end">>,
): Flow {
  const ids = Array.from({ length: steps }, (_, index) => `s-${String(index).padStart(5, "0")}`);
  const lines = ids.flatMap((from, index) =>
    Object.entries(ports).map(([port, to]) => ({
      from,
      port,
      to: (to === "next" ? ids[index + 1] : undefined) ?? "end",
    })),
  );
  return {
    formatVersion: 1,
    name: "chain",
    languages: ["en-US"],
    variables: [],
    steps: [
      { id: "call", type: "incoming-call", label: "Call", data: {} },
      ...ids.map((id) => ({ id, type: kind, label: id, data })),
      { id: "end", type: "hang-up", label: "End", data: {} },
    ],
    edges: [{ from: "call", port: "next", to: "s-00000" }, ...lines],
    notes: [],
    layout: {},
  };
}

const bytes = (flow: Flow) => JSON.stringify(compile(flow).program?.handlers ?? null).length;

describe("a large flow", () => {
  it.each([
    ["10,000 sentences in a row", chain(10_000, "say", { say: "And then?" }, { next: "next" })],
    ["1,000 menus inside each other", chain(1000, "menu", menuData, { "1": "next", "2": "end", exhausted: "end" })],
    ["10,000 steps as they occur", largeFlow(10_000)],
  ])(
    "%s: is compiled, and is no deeper than the machine bears",
    (_name, flow) => {
      const { program, diagnostics } = compile(flow);
      expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
      expect(program).toBeDefined();
    },
    120_000,
  );

  it("grows by what is added to it: ten times the menus are about ten times the documents", () => {
    const menus = (count: number) =>
      bytes(chain(count, "menu", menuData, { "1": "next", "2": "end", exhausted: "end" }));
    expect(menus(2000) / menus(200)).toBeLessThan(14);
  }, 120_000);
});
