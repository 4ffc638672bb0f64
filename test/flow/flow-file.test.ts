import {
  canonicalFlow,
  emptyFlow,
  type Flow,
  migrateFlowFile,
  readFlow,
  readFlowFile,
  writeFlow,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFlow } from "../support/random-flow.ts";

describe("writing a flow", () => {
  it("and reading it again gives the same flow, in canonical order", () => {
    fc.assert(
      fc.property(randomFlow(), (flow) => {
        expect(readFlowFile(writeFlow(flow))).toEqual({ flow: canonicalFlow(flow) });
        expect(writeFlow(canonicalFlow(flow))).toBe(writeFlow(flow));
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it("keeps layout apart from logic: moving a step changes no other line", () => {
    const flow: Flow = {
      ...emptyFlow("x"),
      steps: [{ id: "a", type: "hang-up", label: "A", data: {} }],
      layout: { a: { x: 1, y: 2 } },
    };
    const moved = { ...flow, layout: { a: { x: 3, y: 2 } } };
    const changed = writeFlow(moved)
      .split("\n")
      .filter((line, index) => line !== writeFlow(flow).split("\n")[index]);
    expect(changed).toEqual(['      "x": 3,']);
  });

  it("forgets where steps lay that are gone", () => {
    expect(writeFlow({ ...emptyFlow("x"), layout: { gone: { x: 1, y: 1 } } })).not.toContain("gone");
  });
});

describe("an old file", () => {
  const chain = [
    { from: 1, migrate: (file: Record<string, unknown>) => ({ ...file, name: `${String(file["name"])}!` }) },
    { from: 2, migrate: (file: Record<string, unknown>) => ({ ...file, later: true }) },
  ];

  it("is taken through every format since its own, and keeps what nobody knows", () => {
    expect(migrateFlowFile({ formatVersion: 1, name: "a", odd: 1 }, chain)).toEqual({
      formatVersion: 3,
      name: "a!",
      odd: 1,
      later: true,
    });
    expect(migrateFlowFile({ formatVersion: 2, name: "a" }, chain)).toEqual({
      formatVersion: 3,
      name: "a",
      later: true,
    });
  });

  it.each([[null], [7], ["text"], [[]]])("that is none (%j) is left for the schema to refuse", (file) => {
    expect(migrateFlowFile(file, chain)).toBe(file);
    expect(readFlow(file)).toHaveProperty("diagnostics");
  });
});
