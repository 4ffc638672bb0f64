import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFlow } from "@ozflow/compiler";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { ozflow } from "./ozflow.ts";

let folder: string;
const path = (name: string) => join(folder, name);
const write = (name: string, json: unknown) => writeFile(path(name), JSON.stringify(json));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-test-"));
  const shop = flow({
    steps: { in: "incoming-call", ask: "menu", sales: ["transfer", { target: "2000" }], end: "hang-up" },
    edges: ["in > ask.1 > sales.failed > end", "ask.exhausted > end"],
  });
  await writeFile(path("shop.json"), writeFlow(shop));
  await writeFile(path("untested.json"), writeFlow(shop));
  await write("shop.test.json", {
    formatVersion: 1,
    tests: [
      { name: "Sales", call: { caller: "1" }, expect: { transferredTo: "2000" } },
      { name: "Sales are <away> & \u0007", call: { caller: "1" }, expect: { transferredTo: "2001" } },
    ],
    always: { expect: { neverReaches: ["end"] } },
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe("ozflow test", () => {
  it("tells each test, and of one that fails what differs and how the call went", async () => {
    const { exitCode, stdout } = await ozflow("test", path("shop.json"));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("  ok    Sales\n  FAIL  Sales are <away> & ");
    expect(stdout).toContain(
      "        The call is transferred to 2000, not to 2001.\n\n        00:00.0  call answered\n",
    );
    expect(stdout).toContain("2 tests of 1 flow: 1 fails\n");
  });

  it("takes the file of tests for the same as its flow", async () => {
    expect(await ozflow("test", path("shop.test.json"))).toEqual(await ozflow("test", path("shop.json")));
  });

  it("covers a folder: what no call comes by is named, flows without tests count", async () => {
    const { stdout, stderr, exitCode } = await ozflow("test", folder, "--min-coverage", "60");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("covered: 3 of 4 steps (75 %)");
    expect(stdout).toContain("    no call comes to end\n    no call leaves ask by no-input\n");
    expect(stdout).toContain(`${path("untested.json")}\n  has no tests\n`);
    expect(stdout).toContain("2 of 8 lines (25 %)");
    expect(stderr).toContain(`${path("shop.json")}: fewer than 60 % of its lines are covered.\n`);
  });

  it("finds rows in a CSV file that lies beside the tests, and says which file it cannot read", async () => {
    const sub = await mkdtemp(join(folder, "tables-"));
    const greeting = flow({
      steps: {
        in: "incoming-call",
        find: ["lookup", { table: "people", key: "call.caller", fields: [{ column: "name", variable: "name" }] }],
        known: ["say", { say: "Hello {name}." }],
      },
      variables: { name: "text" },
      edges: ["in > find.found > known"],
    });
    await writeFile(join(sub, "greeting.json"), writeFlow(greeting));
    const testsOf = (file: string) => ({
      formatVersion: 1,
      tests: [
        {
          name: "Ann",
          call: { from: "100", tables: { people: { file, key: "number" } } },
          expect: { hears: ["Hello Ann."] },
        },
      ],
    });
    await writeFile(join(sub, "people.csv"), "name;number\nAnn;100\n");
    await writeFile(join(sub, "greeting.test.json"), JSON.stringify(testsOf("people.csv")));
    expect(await ozflow("test", sub)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("  ok    Ann") });
    await writeFile(join(sub, "greeting.test.json"), JSON.stringify(testsOf("nowhere.csv")));
    const { exitCode, stdout } = await ozflow("test", sub);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${join(sub, "nowhere.csv")} cannot be read: is the name right?`);
    await rm(sub, { recursive: true });
  });

  it("plays calls made by chance; the command it prints shows the call that breaks the rule", async () => {
    const { stdout, exitCode } = await ozflow("test", path("shop.json"), "--random", "200", "--seed", "4");
    expect(exitCode).toBe(1);
    const [, command = ""] = /^ +ozflow (run .*)$/m.exec(stdout) ?? [];
    expect(command).not.toBe("");
    const words = command.split(" ").map((word) => word.replace(/^'(.*)'$/, "$1"));
    const { stdout: played } = await ozflow(...words, "--json");
    expect(JSON.parse(played)).toMatchObject({ steps: expect.arrayContaining(["end"]) });
  });

  it("writes JUnit XML that any reader takes, with a case for each test", async () => {
    const junit = path("junit.xml");
    await ozflow("test", folder, "--junit", junit, "--random", "50");
    const counted = { testcase: 0, failure: 0, testsuite: 0 } as Record<string, number>;
    const [names, all]: [string[], Record<string, string>[]] = [[], []];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      counted[name] = (counted[name] ?? 0) + 1;
      if (name === "testcase") names.push(String(attributes["name"]));
      if (name === "testsuites") all.push(attributes as Record<string, string>);
    });
    parser.write(await readFile(junit, "utf8")).close();
    expect(counted).toMatchObject({ testsuite: 2, testcase: 3, failure: 2 });
    expect(names.slice(0, 2)).toEqual(["Sales", "Sales are <away> & \ufffd"]);
    expect(all).toEqual([{ tests: "3", failures: "2", errors: "0" }]);
  });

  it("tells the same as JSON", async () => {
    const { stdout, exitCode } = await ozflow("test", path("shop.json"), "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      flows: [
        {
          tests: [
            { name: "Sales", failures: [], callbacks: ["in"], steps: ["in", "ask", "sales"] },
            { failures: [{ expectation: "transferredTo", seenIn: "both" }] },
          ],
        },
      ],
      coverage: { edges: { all: 4, covered: 2 } },
    });
  });

  it.each<readonly [string, object | string, string]>([
    ["that is no JSON", "{", "is no JSON"],
    ["of another shape", { formatVersion: 1, tests: [{}] }, "is not as it should be"],
    ["of another version", { formatVersion: 2, tests: [] }, "is not as it should be"],
  ])("a file %s is told and fails", async (_name, content, sentence) => {
    const other = await mkdtemp(join(tmpdir(), "ozflow-test-"));
    await writeFile(join(other, "shop.json"), await readFile(path("shop.json")));
    await writeFile(join(other, "shop.test.json"), typeof content === "string" ? content : JSON.stringify(content));
    const { stdout, exitCode } = await ozflow("test", other);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(sentence);
    expect(stdout).toContain("1 flow could not be tested");
    await rm(other, { recursive: true });
  });

  it.each<readonly [string, readonly string[], string]>([
    ["a folder that is not there", ["nowhere"], "nowhere cannot be read: is the name right?\n"],
    [
      "a folder without tests",
      ["scripts"],
      "scripts has no tests: put them into NAME.test.json beside a flow NAME.json.\n",
    ],
    ["too much coverage", [".", "--min-coverage", "101"], "Give a number from 0 to 100."],
    ["an odd number of calls", [".", "--random", "many"], "Give a whole number such as 1000."],
  ])("%s is refused with a sentence", async (_name, options, sentence) => {
    const { exitCode, stderr } = await ozflow("test", ...options);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
