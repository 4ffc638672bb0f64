import { describe, expect, it } from "vitest";
import { findSteps } from "../../editor/src/model/find-steps.ts";
import { flow } from "../support/flow-builder.ts";

const office = {
  ...flow({
    steps: {
      in: "incoming-call",
      main: ["menu", { prompt: { say: "Para ventas, pulse 1. Opción 2: soporte." } }],
      desk: ["transfer", { target: "2000" }],
      pin: ["collect-digits", { prompt: { say: "Your PIN." }, variable: "pinCode" }],
    },
    edges: ["in > main"],
  }),
};
const found = (query: string) => findSteps(office, query).map(({ step }) => step);

describe("a search over the steps", () => {
  it("finds labels, prompts, numbers, variables and kinds", () => {
    expect(found("the desk")).toEqual(["desk"]);
    expect(found("pulse 1")).toEqual(["main"]);
    expect(found("2000")).toEqual(["desk"]);
    expect(found("pincode")).toEqual(["pin"]);
    expect(found("incoming call")).toEqual(["in"]);
  });

  it("says what it found in a step that is called otherwise", () => {
    expect(findSteps(office, "2000")).toEqual([{ step: "desk", name: "The desk step", text: "2000" }]);
  });

  it("goes by letters, whatever their case and accents", () => {
    expect(found("OPCION")).toEqual(["main"]);
  });

  it("puts first what is called so", () => {
    expect(found("pin")).toEqual(["pin"]);
    expect(found("main")[0]).toBe("main");
  });

  it("finds nothing for nothing, and no more than can be looked through", () => {
    expect(found("  ")).toEqual([]);
    const steps = Array.from({ length: 80 }, (_, index) => ({ ...office.steps[0], id: `s${index}`, label: "Same" }));
    expect(findSteps({ ...office, steps: steps as typeof office.steps }, "same")).toHaveLength(30);
  });
});
