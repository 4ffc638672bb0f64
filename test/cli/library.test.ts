import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Flow, writeFlow } from "@ozflow/compiler";
import { afterAll, beforeAll, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.remove());

/** Writes a file into a folder of its own and gives its path. */
async function write(folder: string, name: string, content: string | Flow): Promise<string> {
  await mkdir(join(workplace.folder, folder), { recursive: true });
  const path = join(workplace.folder, folder, name);
  await writeFile(path, typeof content === "string" ? content : writeFlow(content));
  return path;
}

const greeting = flow({
  steps: { in: "incoming-call", say: ["say", { say: "Hello" }], back: "return" },
  edges: ["in > say > back"],
});
const caller = flow({
  steps: {
    in: "incoming-call",
    greet: ["sub-flow", { flow: "greeting" }],
    bye: ["say", { say: "Bye" }],
    end: "hang-up",
  },
  edges: ["in > greet > bye > end"],
});

it("a flow goes through others in its folder", async () => {
  const alone = await write("alone", "caller.json", caller);
  const { exitCode, stdout } = await ozflow("check", alone);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining("(sub-flow-missing)")]);
  await write("beside", "greeting.json", greeting);
  const beside = await write("beside", "caller.json", caller);
  expect((await ozflow("run", beside)).stdout).toMatch(/"Hello"[\s\S]*"Bye"/);
});

it("or in the one that is named", async () => {
  await write("library", "greeting.json", greeting);
  const elsewhere = await write("elsewhere", "caller.json", caller);
  const library = ["--library", join(workplace.folder, "library")];
  expect((await ozflow("check", elsewhere, ...library)).exitCode).toBe(0);
  expect((await ozflow("prove", elsewhere, ...library)).exitCode).toBe(0);
});

it("one that cannot be read is told by its name", async () => {
  const path = await write("broken", "caller.json", caller);
  await write("broken", "greeting.json", '{ "formatVersion": 99 }');
  const { exitCode, stderr } = await ozflow("check", path);
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/greeting\.json has errors/)]);
});

it("tests play through it, and cover the lines of the flow that they are about", async () => {
  await write("tested", "greeting.json", greeting);
  const path = await write("tested", "caller.json", caller);
  const test = { name: "greets", call: {}, expect: { hears: ["Hello", "Bye"], reaches: ["end"] } };
  await write("tested", "caller.test.json", JSON.stringify({ formatVersion: 1, tests: [test] }));
  const { stdout } = await ozflow("test", path, "--coverage", "--json");
  const { ok, coverage } = JSON.parse(stdout);
  expect({ ok, coverage }).toMatchObject({
    ok: true,
    coverage: { steps: { all: 4, covered: 4 }, edges: { all: 3, covered: 3 } },
  });
});
