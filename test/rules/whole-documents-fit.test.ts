import { compile } from "@ozflow/compiler";
import { expect, it } from "vitest";
import { flow, labelOf } from "../support/flow-builder.ts";

/** Says so much, one step after the other, where the PBX takes one document: `kilobytes` for each of 20 steps. */
function spokenBetweenOthers(kilobytes: number) {
  const names = Array.from({ length: 20 }, (_, index) => `say-${index}`);
  const said = ["say", { say: "word ".repeat(kilobytes * 200), party: "caller" }] as const;
  const steps = { in: "call-changed", ...Object.fromEntries(names.map((name) => [name, said])) };
  return compile(flow({ steps, edges: [`in.ringing > ${names.join(" > ")}`] }), { sizeBudget: 4096 });
}

it("a document that is asked for once may be many times as large as others", () => {
  const { program, diagnostics } = spokenBetweenOthers(2);
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  expect(program).toBeDefined();
});

it("what does not fit even then is told, with the step that would never come", () => {
  const { program, diagnostics } = spokenBetweenOthers(4);
  expect(program).toBeUndefined();
  expect(diagnostics.filter((one) => one.code === "whole-documents-fit")).toEqual([
    expect.objectContaining({
      code: "whole-documents-fit",
      severity: "error",
      step: expect.stringMatching(/^say-1\d$/),
      message: expect.stringContaining("never happens on some way"),
    }),
  ]);
  const told = diagnostics.find((one) => one.code === "whole-documents-fit");
  expect(told?.message).toContain(labelOf(told?.step ?? ""));
});
