import { readFile } from "node:fs/promises";
import { readFlowFile, writeFlow } from "@ozflow/compiler";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
let changed: string;

beforeAll(async () => {
  workplace = await openWorkplace();
  const read = readFlowFile(await readFile("flows/pin-check.json", "utf8"));
  if (!("flow" in read)) throw new Error("it can be read");
  const { flow } = read;
  const steps = flow.steps.map((one) => (one.id === "representative" ? { ...one, data: { target: "2009" } } : one));
  changed = await workplace.write("changed.json", { ...flow, steps, layout: {} });
  expect(writeFlow(flow)).not.toBe(await readFile(changed, "utf8"));
});
afterAll(() => workplace.remove());

it("the change of a file and what callers notice of it, with commands that show it before and after", async () => {
  const { exitCode, stdout, stderr } = await ozflow("diff", "flows/pin-check.json", changed);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain('In the drawing\n  "Representative", Transfer to: "2009", was "2000".\n\nFor callers\n');
  const after = `      after:  ozflow run ${changed} --caller 1234\n`;
  expect(stdout).toContain(`      before: ozflow run flows/pin-check.json --caller 1234\n${after}`);
  expect((await ozflow("run", changed, "--caller", "1234")).stdout).toContain("transferred to 2009");
});

it("the same as JSON", async () => {
  const { stdout } = await ozflow("diff", "flows/pin-check.json", changed, "--json");
  const { flow, calls } = JSON.parse(stdout);
  expect(flow).toMatchObject([{ of: "step", id: "representative", fields: [{ before: "2000", after: "2009" }] }]);
  expect(calls.map((one: { kind: string }) => one.kind)).toEqual(expect.arrayContaining(["appears", "vanishes"]));
});

it("nothing, of a flow and itself", async () => {
  const { stdout } = await ozflow("diff", "flows/pin-check.json", "flows/pin-check.json");
  expect(stdout).toBe("Nothing changed but, perhaps, where things lie.\n");
});
