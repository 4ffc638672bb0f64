import { describe, expect, it } from "vitest";
import { emptyFlow, readFlow, stepDefinitions } from "../../compiler/src/index.ts";
import { cardShape } from "../../editor/src/model/card-size.ts";
import { arrange } from "../../editor/src/model/changes/arrange.ts";
import {
  addStep,
  connect,
  copySteps,
  disconnect,
  moveSteps,
  paste,
  removeSteps,
  setLabel,
} from "../../editor/src/model/changes/index.ts";
import { drawn, leads, menuFlow, withOptions } from "./drawn.ts";

const here = { x: 0, y: 0 };

describe("adding a step", () => {
  it.each(stepDefinitions.map((definition) => definition.type))("gives %s data that can be saved", (type) => {
    expect(readFlow(drawn(addStep(type, here)))).toHaveProperty("flow");
  });

  it("names steps so that a person can tell them apart", () => {
    const flow = drawn(addStep("menu", here), addStep("menu", here), addStep("menu", here));
    expect(flow.steps.map((step) => `${step.id}: ${step.label}`)).toEqual([
      "menu: Menu",
      "menu-2: Menu 2",
      "menu-3: Menu 3",
    ]);
  });

  it("declares the variable that the step keeps its digits in, once", () => {
    const flow = drawn(addStep("collect-digits", here), addStep("collect-digits", here));
    expect(flow.variables).toEqual([{ name: "digits", type: "text" }]);
  });

  it("connects it with the way out it was drawn from", () => {
    const flow = drawn(addStep("incoming-call", here), addStep("say", here, { step: "incoming-call", port: "next" }));
    expect(leads(flow, "incoming-call")).toEqual({ next: "say" });
  });

  it("leaves the flow as it is when nobody knows the kind", () => {
    const flow = menuFlow();
    expect(addStep("teleport", here).apply(flow)).toBe(flow);
  });
});

describe("connecting", () => {
  it("lets go of what the way out led to before", () => {
    const flow = connect({ step: "menu", port: "1" }, "hang-up").apply(menuFlow());
    expect(leads(flow, "menu")).toEqual({ "1": "hang-up", "2": "hang-up" });
  });

  it("never leads back to where calls begin", () => {
    const flow = menuFlow();
    expect(connect({ step: "menu", port: "1" }, "incoming-call").apply(flow)).toBe(flow);
  });

  it("is undone by disconnecting that way out and no other", () => {
    expect(leads(disconnect([{ step: "menu", port: "1" }]).apply(menuFlow()), "menu")).toEqual({ "2": "hang-up" });
  });
});

describe("editing the keys of a menu", () => {
  it("keeps an option's line when its key changes", () => {
    const flow = withOptions([
      { key: "1", label: "Sales" },
      { key: "9", label: "Support" },
    ]).apply(menuFlow());
    expect(leads(flow, "menu")).toEqual({ "1": "say", "9": "hang-up" });
  });

  it("keeps the lines when options change places", () => {
    const flow = withOptions([
      { key: "2", label: "Support" },
      { key: "1", label: "Sales" },
    ]).apply(menuFlow());
    expect(leads(flow, "menu")).toEqual({ "1": "say", "2": "hang-up" });
  });

  it("takes the line of a removed option away", () => {
    const flow = withOptions([{ key: "2", label: "Support" }]).apply(menuFlow());
    expect(leads(flow, "menu")).toEqual({ "2": "hang-up" });
  });

  it("loses no line while a key is being retyped and two options share it for a moment", () => {
    const halfDone = withOptions([
      { key: "2", label: "Sales" },
      { key: "2", label: "Support" },
    ]).apply(menuFlow());
    const done = withOptions([
      { key: "2", label: "Sales" },
      { key: "1", label: "Support" },
    ]).apply(halfDone);
    expect(Object.values(leads(done, "menu")).toSorted()).toEqual(["hang-up", "say"]);
  });

  it("loses no line while a key is empty", () => {
    const empty = withOptions([
      { key: "", label: "Sales" },
      { key: "2", label: "Support" },
    ]).apply(menuFlow());
    const typed = withOptions([
      { key: "7", label: "Sales" },
      { key: "2", label: "Support" },
    ]).apply(empty);
    expect(leads(typed, "menu")).toEqual({ "7": "say", "2": "hang-up" });
  });
});

describe("removing, moving, labelling", () => {
  it("takes a step's lines and its place with it", () => {
    const flow = removeSteps(["menu"]).apply(menuFlow());
    expect(flow.edges).toEqual([]);
    expect(Object.keys(flow.layout)).not.toContain("menu");
  });

  it("changes nothing but the layout when steps move, and nothing at all when they do not", () => {
    const flow = menuFlow();
    const moved = moveSteps({ say: { x: 10.4, y: 20.6 } }).apply(flow);
    expect(moved).toEqual({ ...flow, layout: { ...flow.layout, say: { x: 10, y: 21 } } });
    expect(moveSteps({ say: { x: 10, y: 21 } }).apply(moved)).toBe(moved);
  });

  it("keeps the id when the label changes", () => {
    const flow = setLabel("menu", "Main menu").apply(menuFlow());
    expect(flow.steps.find((step) => step.id === "menu")?.label).toBe("Main menu");
    expect(leads(flow, "menu")).toEqual(leads(menuFlow(), "menu"));
  });
});

describe("pasting", () => {
  it("brings the lines among the copied steps, under new names", () => {
    const flow = menuFlow();
    const pasted = paste(copySteps(flow, ["menu", "say"]), { x: 100, y: 500 }).apply(flow);
    expect(leads(pasted, "menu-2")).toEqual({ "1": "say-2" });
    expect(pasted.layout["menu-2"]).toEqual({ x: 100, y: 500 });
    expect(readFlow(pasted)).toHaveProperty("flow");
  });

  it("brings the variables that the steps name into another flow", () => {
    const source = drawn(addStep("collect-digits", here));
    const pasted = paste(copySteps(source, ["collect-digits"]), here).apply(emptyFlow("Other"));
    expect(pasted.variables).toEqual([{ name: "digits", type: "text" }]);
  });
});

describe("arranging", () => {
  it("puts what comes later further right and the ways out of a step in the order of its ports", () => {
    const flow = menuFlow();
    const upsideDown = moveSteps({ say: { x: 0, y: 900 }, "hang-up": { x: -300, y: -900 } }).apply(flow);
    const { layout } = arrange(cardShape).apply(upsideDown);
    const x = (id: string) => layout[id]?.x ?? Number.NaN;
    expect(x("incoming-call")).toBeLessThan(x("menu"));
    expect(x("menu")).toBeLessThan(x("say"));
    expect(layout["say"]?.y).toBeLessThan(layout["hang-up"]?.y ?? Number.NaN);
  });
});
