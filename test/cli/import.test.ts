import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFlowFile } from "@ozflow/compiler";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.remove());

it("turns files into one flow and says what it had to guess", async () => {
  const [start, more, out] = ["start.xml", "more.xml", "flow.json"].map((name) => join(workplace.folder, name));
  if (start === undefined || more === undefined || out === undefined) throw new Error("three paths were made");
  await writeFile(start, "<Response><Speak Language=en>Hi</Speak><GoTo>http://h/ivr/more.xml</GoTo></Response>");
  await writeFile(more, "<Response><Nonsense/></Response>");
  const { exitCode, stdout } = await ozflow("import", start, more, "--out", out, "--base-url", "http://h/ivr/");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^start\.xml:1:\d+: /);
  expect(stdout).toContain("3 steps, 1 of them OzML as it was.");
  expect("flow" in readFlowFile(await readFile(out, "utf8"))).toBe(true);
});

it("a file that is not there is named", async () => {
  const { exitCode, stderr } = await ozflow("import", "nowhere.xml", "--out", join(workplace.folder, "no.json"));
  expect(exitCode).toBe(1);
  expect(stderr).toContain("nowhere.xml cannot be read");
});
