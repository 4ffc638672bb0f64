import { flowJsonSchema, stepDefinitions } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

describe("the published JSON Schema", () => {
  const schema = JSON.stringify(flowJsonSchema());

  it("has every step kind with its fields and their titles", () => {
    const kinds = JSON.parse(schema).properties.steps.items.oneOf;
    expect(kinds.map((one: { properties: { type: { const: string } } }) => one.properties.type.const)).toEqual(
      stepDefinitions.map((one) => one.type),
    );
    const menu = kinds.find((one: { title: string }) => one.title === "Menu");
    expect(menu.properties.data.properties.timeoutSeconds).toMatchObject({
      type: "integer",
      minimum: 1,
      maximum: 60,
      title: "Wait for a key",
    });
  });

  it("refuses unknown keys, like the reader does", () => {
    expect(JSON.parse(schema).additionalProperties).toBe(false);
  });
});
