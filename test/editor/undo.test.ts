import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowSchema, writeFlow } from "../../compiler/src/index.ts";
import { connect, removeSteps, setLabel } from "../../editor/src/model/changes/index.ts";
import { createDocumentStore } from "../../editor/src/model/document-store.ts";
import { anyChange } from "./any-change.ts";
import { menuFlow } from "./drawn.ts";

describe("undo and redo", () => {
  it("lead back to the same file, byte by byte, through flows that can all be read", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        const document = createDocumentStore(menuFlow());
        const before = writeFlow(document.getState().flow);
        for (const change of changes) {
          document.commit(change(document.getState().flow));
          expect(flowSchema.safeParse(document.getState().flow).error).toBeUndefined();
        }
        const after = writeFlow(document.getState().flow);
        const undoSteps = document.getState().past.length;
        for (let step = 0; step < undoSteps; step += 1) document.undo();
        expect(writeFlow(document.getState().flow)).toBe(before);
        for (let step = 0; step < undoSteps; step += 1) document.redo();
        expect(writeFlow(document.getState().flow)).toBe(after);
      }),
      { numRuns: 150 },
    );
  });

  it("take back everything typed into one field at once, until the field is left", () => {
    const document = createDocumentStore(menuFlow());
    for (const label of ["M", "Ma", "Mai", "Main"]) document.commit(setLabel("menu", label));
    document.seal();
    document.commit(setLabel("menu", "Main menu"));
    const label = () => document.getState().flow.steps.find((step) => step.id === "menu")?.label;
    document.undo();
    expect(label()).toBe("Main");
    document.undo();
    expect(label()).toBe("Menu");
  });

  it("count a change that changes nothing as none", () => {
    const document = createDocumentStore(menuFlow());
    document.commit(connect({ step: "menu", port: "1" }, "say"));
    expect(document.getState().past).toEqual([]);
  });

  it("forget what was undone when something new is done", () => {
    const document = createDocumentStore(menuFlow());
    document.commit(setLabel("menu", "Main"));
    document.undo();
    document.commit(removeSteps(["say"]));
    document.redo();
    expect(document.getState().flow.steps.map((step) => step.id)).not.toContain("say");
    expect(document.getState().future).toEqual([]);
  });
});
