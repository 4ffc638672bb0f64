import { describe, expect, it } from "vitest";
import { check, stepDefinitions } from "../../compiler/src/index.ts";
import { actions } from "../../editor/src/commands/actions.ts";
import { sentenceAtField } from "../../editor/src/inspector/sentence-at-field.ts";
import { drawing } from "../../editor/src/locales/drawing.en.ts";
import { addStep } from "../../editor/src/model/changes/index.ts";
import { elementOf, fieldsOf } from "../../editor/src/model/fields.ts";
import { newValue } from "../../editor/src/model/new-value.ts";
import { valueAt, withValueAt } from "../../editor/src/model/value-at.ts";
import { actionIcons } from "../../editor/src/parts/action-icon-map.ts";
import { icons } from "../../editor/src/parts/icon-map.ts";
import { drawn } from "./drawn.ts";

describe.each(stepDefinitions.map((definition) => [definition.type, definition] as const))("%s", (_, definition) => {
  it("has a control for every field of its data", () => {
    const keys = "shape" in definition.schema ? Object.keys(definition.schema.shape ?? {}) : ["a schema with a shape"];
    expect(fieldsOf(definition.schema).map((field) => field.key)).toEqual(keys);
  });

  it("has an icon", () => {
    expect(Object.keys(icons)).toContain(definition.icon);
  });

  it("gets entries in its lists that differ from those it has and can be saved", () => {
    const lists = fieldsOf(definition.schema).filter((field) => field.meta.control === "list");
    for (const list of lists) {
      const element = elementOf(list.schema);
      const siblings = valueAt(definition.defaults, [list.key]);
      if (element === undefined || !Array.isArray(siblings)) continue;
      const variables = [{ name: "amount", type: "number" as const }];
      const added = newValue(element, { siblings, variables });
      expect(siblings).not.toContainEqual(added);
      expect(element.safeParse(added).error).toBeUndefined();
    }
  });
});

describe("data along a path", () => {
  const data = { prompt: { say: "Hello" }, options: [{ key: "1" }, { key: "2" }] };

  it("is written without touching what lies beside it", () => {
    const written = withValueAt(data, ["options", 1, "key"], "9");
    expect(written).toEqual({ prompt: { say: "Hello" }, options: [{ key: "1" }, { key: "9" }] });
    expect(written.options[0]).toBe(data.options[0]);
    expect(written.prompt).toBe(data.prompt);
  });

  it("goes away when there is no value any more", () => {
    expect(withValueAt(data, ["prompt"], undefined)).toEqual({ options: data.options });
    expect(withValueAt(data, ["options", 0], undefined)).toEqual({ prompt: data.prompt, options: [{ key: "2" }] });
  });
});

describe("a fault at its field", () => {
  it("is told without the names that stand beside it", () => {
    const step = { id: "ask", label: "Ask: PIN, please" };
    expect(sentenceAtField("Ask: PIN, please, At least: at least 1 digits.", step)).toBe("At least 1 digits.");
    expect(sentenceAtField("Ask: PIN, please: callers go nowhere; enter a number.", step)).toBe(
      "Callers go nowhere; enter a number.",
    );
    expect(sentenceAtField("No entry can have that many digits.", step)).toBe("No entry can have that many digits.");
  });

  it("is told without them for what the compiler really says", () => {
    const flow = drawn(addStep("transfer", { x: 0, y: 0 }));
    const [transfer] = flow.steps;
    const fault = check(flow).diagnostics.find((one) => one.path?.join() === "target");
    const sentence = sentenceAtField(fault?.message ?? "", transfer ?? { id: "", label: "" });
    expect(sentence).toMatch(/^Callers go nowhere/);
  });
});

describe("actions", () => {
  it("have a title and an icon each, and no two the same keys", () => {
    for (const action of actions) {
      expect(drawing.actions).toHaveProperty(action.id);
      expect(actionIcons).toHaveProperty(action.icon);
    }
    const shortcuts = actions.flatMap((action) => action.shortcuts);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
