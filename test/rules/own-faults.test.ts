import { check, type Flow, ownFaults } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { flowAround, readCases, stepFolders } from "../support/step-cases.ts";

const saidOf = (of: Flow) => check(of).diagnostics.filter(({ step }) => step === "it");
const ownOf = (of: Flow) => of.steps.filter(({ id }) => id === "it").flatMap((step) => ownFaults(step, of));

describe("what a step's own data shows", () => {
  const cases = stepFolders().flatMap((kind) => readCases(kind).map((one) => [kind, one.name, one] as const));

  it.each(cases)("is part of what is said of its flow: %s, %s", (kind, _, one) => {
    const around = flowAround(kind, one);
    expect(saidOf(around)).toEqual(expect.arrayContaining([...ownOf(around)]));
  });

  it("is what the schema refuses, and then what the definition finds", () => {
    const desk = (data: Record<string, unknown>) => flow({ steps: { in: "incoming-call", it: ["transfer", data] } });
    expect(ownOf(desk({ target: 5 })).map(({ code }) => code)).toEqual(["step-data"]);
    expect(ownOf(desk({ target: "" })).map(({ message }) => message)).toEqual([
      expect.stringContaining("enter the number to transfer to"),
    ]);
    expect(ownOf(desk({ target: "2000" }))).toEqual([]);
  });
});
