import { readFileSync } from "node:fs";
import { endings, flowTestsSchema, openTestedFlow, playTest, readFlowFile, tryAlways } from "@ozflow/compiler";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const page = read("docs/flow-tests.md");

it("the example on the page of flow tests is one, and passes", () => {
  const [, json = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
  const { tests, always } = flowTestsSchema.parse(JSON.parse(json));
  const flow = readFlowFile(read("flows/pin-check.json"));
  const tested = "flow" in flow ? openTestedFlow(flow.flow) : flow;
  if ("diagnostics" in tested || always === undefined) throw new Error("the example has a flow and a rule");
  expect(tests.flatMap((one) => playTest(tested, one).failures)).toEqual([]);
  expect(tryAlways(tested, always, 100, 1).broken).toBeUndefined();
});

it("the page names every field a test can have, and every end of a call", () => {
  const { call, expect: expected } = flowTestsSchema.shape.tests.element.shape;
  const fields = [...Object.keys(call.shape), ...Object.keys(expected.shape), ...endings];
  expect(fields.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
