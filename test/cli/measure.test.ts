import { afterAll, beforeAll, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.remove());

it("prints a line for each end of the flow", async () => {
  const { exitCode, stdout } = await ozflow("measure", "flows/pin-check.json");
  expect(exitCode).toBe(0);
  const [head, ...rows] = stdout.trimEnd().split("\n");
  expect(head).toMatch(/^End +How +Keys +Seconds +At most +Callbacks$/);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows)
    expect(row).toMatch(/ {2}(hung-up|transferred|over) +\d+ +\d+ s +(\d+ s|no limit)( and more)? +\d+$/);
});

it("gives the calls as JSON, with the command that plays each", async () => {
  const { outcomes } = JSON.parse((await ozflow("measure", "flows/pin-check.json", "--json")).stdout);
  for (const one of outcomes) expect(one.command).toMatch(/^ozflow run flows\/pin-check.json --caller /);
});

it("says why a faulty flow cannot be measured", async () => {
  const path = await workplace.write(
    "faulty.json",
    flow({ steps: { in: "incoming-call", desk: "transfer" }, edges: ["in > desk"] }),
  );
  const { exitCode, stderr } = await ozflow("measure", path);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("number-missing");
});
