import { describe, expect, it } from "vitest";
import { stepDefinitions } from "../../compiler/src/index.ts";
import { addStep } from "../../editor/src/model/changes/index.ts";
import { byFamily, contextsOf, splitByContext } from "../../editor/src/palette/families.ts";
import { drawn } from "./drawn.ts";

const here = { x: 0, y: 0 };

describe("the palette", () => {
  it("offers what the calls of the flow can do, and keeps the rest apart", () => {
    const flow = drawn(addStep("routing", here));
    const { fitting, others } = splitByContext(stepDefinitions, contextsOf(flow));
    const types = fitting.map((one) => one.type);
    expect(types).toContain("route");
    expect(types).not.toContain("menu");
    expect(others.map((one) => one.type)).toContain("menu");
  });

  it("takes a flow that has no beginning yet for one that callers dial", () => {
    const { fitting } = splitByContext(stepDefinitions, contextsOf(drawn()));
    expect(fitting.map((one) => one.type)).toEqual(expect.arrayContaining(["incoming-call", "menu", "hang-up"]));
    expect(fitting.map((one) => one.type)).not.toContain("routing");
  });

  it("loses no kind of step between the families", () => {
    const shown = byFamily(stepDefinitions).flatMap(({ members }) => members.map((one) => one.type));
    expect(shown.toSorted()).toEqual(stepDefinitions.map((one) => one.type).toSorted());
  });
});
