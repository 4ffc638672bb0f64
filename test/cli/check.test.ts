import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { flowJsonSchema } from "@ozflow/compiler";
import { afterAll, beforeAll, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.remove());

const unfinished = flow({ steps: { in: "incoming-call", desk: "transfer" }, edges: ["in > desk"] });

it("says so when there is nothing to say", async () => {
  expect(await ozflow("check", "flows/pin-check.json")).toEqual({
    exitCode: 0,
    stdout: "flows/pin-check.json: nothing to report\n",
    stderr: "",
  });
});

it("prints a line for each fault, with its place and code, and fails when one is an error", async () => {
  const { exitCode, stdout } = await ozflow("check", await workplace.write("unfinished.json", unfinished));
  expect(exitCode).toBe(1);
  const [error, warning, ...rest] = stdout.trimEnd().split("\n");
  expect(error).toMatch(/^error {3}.*enter the number to transfer to\. \[desk\] \(number-missing\)$/);
  expect(warning).toMatch(/^warning .*"The desk step".* \[desk, port failed\] \(port-not-connected\)$/);
  expect(rest).toEqual([]);
});

it("lets warnings pass, as JSON too", async () => {
  const open = flow({ steps: { in: "incoming-call" } });
  const { exitCode, stdout } = await ozflow("check", await workplace.write("open.json", open), "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    diagnostics: [{ code: "port-not-connected", severity: "warning", step: "in", port: "next" }],
  });
});

it("takes a file that is no flow as a fault of the flow, not of the command", async () => {
  const path = join(workplace.folder, "poem.json");
  await writeFile(path, "roses are red");
  const { exitCode, stdout, stderr } = await ozflow("check", path, "--json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "not-json", severity: "error" }] });
});

it("says which file it cannot read", async () => {
  expect(await ozflow("check", "nowhere.json")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "nowhere.json cannot be read: is the name right?\n",
  });
});

it("knows its own commands only", async () => {
  const { exitCode, stdout, stderr } = await ozflow("frobnicate");
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toContain("unknown command 'frobnicate'");
  for (const command of ["check", "compile", "run", "serve"]) expect(stderr).toContain(`  ${command} `);
});

it("prints the JSON Schema of flow files", async () => {
  const { exitCode, stdout } = await ozflow("schema");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(flowJsonSchema())));
});
