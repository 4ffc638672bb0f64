import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFlow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { askingFlow } from "../support/asking-flow.ts";
import { flow } from "../support/flow-builder.ts";
import { ozflow } from "./ozflow.ts";

const thirdTry = `00:00.0  call answered
00:00.0  hears  "Please enter your 4-digit PIN."
00:03.0  keys   9999
00:04.2  hears  "That PIN is not right."
00:06.2  hears  "Please enter your 4-digit PIN."
00:09.2  keys   9999
00:10.4  hears  "That PIN is not right."
00:12.4  hears  "Please enter your 4-digit PIN."
00:15.4  keys   1234
00:16.6  hears  "For your balance, press 1. To speak with a representative, press 2."
00:22.4  keys   1
00:22.4  hears  "Your balance is 1250 dollars."
00:24.4  hears  "Thank you for calling. Goodbye."
00:26.4  call ended

4 callbacks: call, ask-pin.entry-1, ask-pin.entry-2, ask-pin.entry-3
`;

describe("a call", () => {
  it("is printed as it happens, the same byte for byte each time", async () => {
    const call = ["run", "flows/pin-check.json", "--caller", "9999,9999,1234,1"];
    for (const outcome of [await ozflow(...call), await ozflow(...call)]) {
      expect(outcome).toEqual({ exitCode: 0, stdout: thirdTry, stderr: "" });
    }
  });

  it("takes another way when somebody does not answer", async () => {
    const { stdout } = await ozflow("run", "flows/pin-check.json", "--caller", "1234,2", "--unreachable", "102, 2000");
    expect(stdout).toContain("transfer to 2000 failed\n");
    expect(stdout).toContain('hears  "All representatives are busy. Please try again later."\n');
  });

  it("is JSON when that is asked for", async () => {
    const { stdout } = await ozflow("run", "flows/pin-check.json", "--caller", "hangup", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      events: [
        { atMs: 0, event: "answered" },
        { atMs: 0, event: "heard", text: "Please enter your 4-digit PIN." },
        { atMs: 3000, event: "hung-up", by: "caller" },
      ],
      steps: ["call", "ask-pin"],
      durationMs: 3000,
      callbacks: [{ document: "call", notification: "IncomingCall" }],
    });
  });

  it("begins where it is told to, with what it is given", async () => {
    const given = ["--given", "date=on Monday, at 9=00", "--given", "location=the clinic"];
    const entry = ["--entry", "outgoing-call", "--caller", "1"];
    const { exitCode, stdout } = await ozflow("run", "flows/appointment-reminder.json", ...entry, ...given);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('hears  "This is a reminder of your appointment on Monday, at 9=00 at the clinic.');
  });
});

describe("when a call begins", () => {
  it("is told by --began", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ozflow-"));
    const path = join(folder, "greeting.json");
    const sketched = flow({
      steps: {
        in: "incoming-call",
        morning: ["condition", { cases: [{ name: "yes", when: 'call.began.getHours("Europe/Budapest") < 12' }] }],
        early: ["say", { say: "Good morning." }],
        late: ["say", { say: "Good day." }],
        end: "hang-up",
      },
      edges: ["in > morning.yes > early > end", "morning.otherwise > late > end"],
    });
    await writeFile(path, writeFlow(sketched));
    expect((await ozflow("run", path, "--began", "2026-07-01T09:59:00Z")).stdout).toContain("Good morning.");
    expect((await ozflow("run", path, "--began", "2026-07-01T10:00:00Z")).stdout).toContain("Good day.");
    expect((await ozflow("run", path)).stdout).toContain("Good morning.");
    const { exitCode, stderr } = await ozflow("run", path, "--began", "Christmas");
    expect(exitCode).toBe(1);
    expect(stderr).toBe('--began needs a point in time, such as 2026-12-24T18:00:00Z; "Christmas" is none.\n');
    await rm(folder, { recursive: true });
  });
});

describe("web servers", () => {
  const sketch = askingFlow("https://crm.example.com/customers/{call.caller}");

  it("answer what a file says, and nothing without one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ozflow-run-"));
    const [path, mocks] = [join(folder, "asking.json"), join(folder, "mocks.json")];
    await writeFile(path, writeFlow(sketch));
    await writeFile(mocks, JSON.stringify([{ url: "https://crm.example.com/*", body: { name: "Ann" } }]));
    expect((await ozflow("run", path, "--http", mocks)).stdout).toContain(
      'asks   GET https://crm.example.com/customers/100: 200\n00:00.0  call answered\n00:00.0  hears  "2xx Ann"',
    );
    expect((await ozflow("run", path)).stdout).toContain('hears  "none"');
    await rm(folder, { recursive: true });
  });

  it.each([
    ["[", "is no JSON"],
    ["{}", "is not as it should be"],
    ['[{ "url": "*", "status": "ok" }]', "expected number, received string"],
    ['[{ "url": "*", "delay": 1 }]', 'Unrecognized key: "delay"'],
  ])("are refused when the file says %s", async (text, sentence) => {
    const folder = await mkdtemp(join(tmpdir(), "ozflow-run-"));
    const [path, mocks] = [join(folder, "asking.json"), join(folder, "mocks.json")];
    await writeFile(path, writeFlow(sketch));
    await writeFile(mocks, text);
    const { exitCode, stdout, stderr } = await ozflow("run", path, "--http", mocks);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(sentence);
    await rm(folder, { recursive: true });
  });
});

it("calendars say what they are told to say, and else that you are open", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-run-"));
  const path = join(folder, "hours.json");
  const sketched = flow({
    steps: {
      in: "incoming-call",
      office: ["business-hours", { calendar: "office" }],
      open: ["say", { say: "We are here." }],
      closed: ["say", { say: "Nobody is here." }],
    },
    edges: ["in > office.open > open", "office.closed > closed"],
  });
  await writeFile(path, writeFlow(sketched));
  expect((await ozflow("run", path)).stdout).toContain("We are here.");
  for (const state of ["closed", "holiday"]) {
    expect((await ozflow("run", path, "--hours", `office=${state}`)).stdout).toContain("Nobody is here.");
  }
  await rm(folder, { recursive: true });
});

it("tables are read from CSV files, and a row may be found whatever is looked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-run-"));
  const path = join(folder, "greeting.json");
  const sketched = flow({
    steps: {
      in: "incoming-call",
      find: ["lookup", { table: "people", key: "call.caller", fields: [{ column: "name", variable: "name" }] }],
      known: ["say", { say: "Hello {name}." }],
      stranger: ["say", { say: "Who is it?" }],
    },
    variables: { name: "text" },
    edges: ["in > find.found > known", "find.not-found > stranger"],
  });
  await writeFile(path, writeFlow(sketched));
  const csv = join(folder, "people.csv");
  await writeFile(csv, "number;name\n100;Ann\n");
  const rows = 'people={"key":"number","rows":[{"number":"100","name":"Eve"}]}';
  expect((await ozflow("run", path, "--table", rows)).stdout).toContain("Hello Eve.");
  expect((await ozflow("run", path, "--table", `people=${csv}`)).stdout).toContain("Hello Ann.");
  expect((await ozflow("run", path, "--table", `people=${csv}`, "--from", "101")).stdout).toContain("Who is it?");
  expect((await ozflow("run", path, "--any-row", 'people={"name":"Bob"}')).stdout).toContain("Hello Bob.");
  await writeFile(csv, "number\n1\n1\n");
  expect((await ozflow("run", path, "--table", `people=${csv}`)).stderr).toContain(
    'Line 3: "1" stands in line 2 already',
  );
  expect((await ozflow("run", path, "--table", "people=nowhere.csv")).stderr).toContain("is the name right?");
  expect((await ozflow("run", path, "--any-row", "people=Ann")).stderr).toContain("The row of --any-row is no JSON");
  await rm(folder, { recursive: true });
});

describe("what cannot be played is refused with a sentence", () => {
  it.each([
    ["a caller who does something odd", ["--caller", "1,dance"], 'A caller cannot do "dance". Write keys ("1234")'],
    [
      "an entry the flow does not have",
      ["--entry", "outgoing-call"],
      "The flow begins with incoming-call, not with outgoing-call.",
    ],
    [
      "a calendar that says something odd",
      ["--hours", "office=lunch"],
      'A calendar says open, closed, holiday; "lunch" is none of them.',
    ],
    [
      "a value without a name",
      ["--given", "=x"],
      '--given needs a name and a value, such as "date=Monday"; "=x" is not that.',
    ],
  ])("%s", async (_name, options, sentence) => {
    const { exitCode, stdout, stderr } = await ozflow("run", "flows/pin-check.json", ...options);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("a file that is not there", async () => {
    expect(await ozflow("run", "nowhere.json")).toMatchObject({
      exitCode: 1,
      stderr: "nowhere.json cannot be read: is the name right?\n",
    });
  });
});
