import { applyEdits, compile, readFlow, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";

const small = flow({
  steps: { in: "incoming-call", ask: "menu", lost: "say" },
  variables: { spare: "text" },
  edges: ["in > ask", "lost > ask"],
});

describe("edits of a flow as data", () => {
  it("set a value in the data of a step, also within a list", () => {
    const edited = applyEdits(small, [
      { edit: "set", step: "ask", path: ["options", 0, "label"], value: "Desk" },
      { edit: "set", step: "ask", path: ["attempts"], value: 2 },
    ]);
    const data = edited.steps.find(({ id }) => id === "ask")?.data;
    expect(data).toMatchObject({ attempts: 2, options: [{ key: "1", label: "Desk" }] });
    expect(small.steps.find(({ id }) => id === "ask")?.data).toMatchObject({ attempts: 3 });
  });

  it("remove a step with its lines, and a variable", () => {
    const edited = applyEdits(small, [
      { edit: "remove-step", step: "lost" },
      { edit: "remove-variable", name: "spare" },
    ]);
    expect(edited).toMatchObject({ variables: [], edges: [{ from: "in", to: "ask" }] });
  });

  it("put a step behind another, each with an id of its own", () => {
    const edit = {
      edit: "add-behind",
      from: "ask",
      port: "1",
      step: { type: "hang-up", label: "Hang up", data: {} },
    } as const;
    const edited = applyEdits(small, [edit, { ...edit, port: "exhausted" }]);
    expect(edited.edges.slice(-2)).toEqual([
      { from: "ask", port: "1", to: "hang-up" },
      { from: "ask", port: "exhausted", to: "hang-up-2" },
    ]);
    expect(readFlow(edited)).toHaveProperty("flow");
  });

  it("change nothing where what they are about is gone", () => {
    expect(applyEdits(small, [{ edit: "set", step: "gone", path: ["say"], value: "x" }])).toBe(small);
    const behind = {
      edit: "add-behind",
      from: "gone",
      port: "next",
      step: { type: "hang-up", label: "", data: {} },
    } as const;
    expect(applyEdits(small, [behind])).toBe(small);
  });

  it("mend what they are offered for, all of them, until nothing is offered any more", () => {
    const faulty = flow({
      steps: {
        in: "incoming-call",
        ask: ["menu", { timeoutSeconds: 1, attempts: 1 }],
        lost: "say",
      },
      variables: { spare: "text" },
      edges: ["in > ask"],
    });
    let mended = faulty;
    const seen = new Set<string>();
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const fixable = review(mended).diagnostics.find(({ fix }) => fix !== undefined);
      if (fixable?.fix === undefined) break;
      seen.add(fixable.code);
      mended = applyEdits(mended, fixable.fix.edits);
    }
    expect([...seen].sort()).toEqual([
      "port-not-connected",
      "retry-missing",
      "step-not-reachable",
      "time-out-short",
      "variable-unused",
    ]);
    expect(review(mended).diagnostics).toEqual([]);
    expect(compile(mended).program).toBeDefined();
  });
});
