import {
  flowTestsSchema,
  openTestedFlow,
  playTest,
  readTable,
  recordTest,
  type TestedFlow,
  tryAlways,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { writeTrial } from "../../compiler/src/cli/trial-options.ts";
import { flow } from "../support/flow-builder.ts";

const tested = openTestedFlow(
  flow({
    steps: {
      in: "incoming-call",
      find: ["lookup", { table: "people", key: "call.caller", fields: [{ column: "name", variable: "name" }] }],
      known: ["say", { say: "Hello {name}." }],
      ask: [
        "collect-digits",
        { prompt: { say: "Number?" }, attempts: 1, minDigits: 3, maxDigits: 3, saveTo: "digits" },
      ],
      keyed: ["lookup", { table: "people", key: "digits", fields: [{ column: "name", variable: "name" }] }],
      that: ["say", { say: "That is {name}." }],
      nobody: ["say", { say: "That is nobody." }],
    },
    variables: { name: "text", digits: "text" },
    edges: [
      "in > find.found > known > ask.entered > keyed.found > that",
      "find.not-found > ask",
      "keyed.not-found > nobody",
    ],
  }),
) as TestedFlow;

const tests = (call: object, expected: object = { ends: "hung-up" }) =>
  flowTestsSchema.safeParse({ formatVersion: 1, tests: [{ name: "a call", call, expect: expected }] });

function failures(call: object, expected: object): readonly string[] {
  const [test] = tests(call, expected).data?.tests ?? [];
  if (test === undefined) throw new Error("this is no test");
  return playTest(tested, test).failures.map(({ sentence }) => sentence.message);
}

describe("a test that says what stands in a table", () => {
  const people = { key: "number", rows: [{ name: "Ann", number: "100" }, { number: " 200 " }] };

  it("finds its rows, and nothing in tables that it does not name", () => {
    const hears = ["Hello Ann.", "That is ."];
    expect(failures({ caller: "200", from: "100", tables: { people } }, { hears })).toEqual([]);
    expect(failures({ caller: "200", from: "100" }, { hears: ["That is nobody."], neverHears: ["Hello"] })).toEqual([]);
  });

  it("fails with a sentence where a file is named that nobody has read", () => {
    expect(failures({ tables: { people: { file: "people.csv" } } }, { ends: "hung-up" })).toEqual([
      "What stands in the table people lies in the file people.csv, which only `ozflow test` reads; write its rows into the test.",
    ]);
  });

  it.each([
    [[{ number: "1" }, { number: "1 " }], '"1" stands in row 1 already'],
    [[{ name: "Ann" }], 'row 1 has nothing under "number", by which rows are found'],
  ])("is refused when rows could not be found: %j", (rows, sentence) => {
    expect(JSON.stringify(tests({ tables: { people: { key: "number", rows } } }).error?.issues)).toContain(
      JSON.stringify(sentence).slice(1, -1),
    );
  });
});

describe("a call that is kept as a test", () => {
  const read = readTable("number,name\n100,Ann\n200,Bob\n300,Carol\n");
  const table = "table" in read ? read.table : undefined;
  const keys = [..."200"].map((key, index) => ({ key, atMs: 5000 + index }));
  const made = (caller: string, tables: object) =>
    recordTest(
      tested.answerer,
      {
        entry: "incoming-call",
        facts: { caller, dialed: "8000", began: "2026-01-05T10:00:00.000Z", seed: "1", tables: { ...tables } },
        deeds: { keys },
        mocks: [],
        unreachable: [],
        audioSeconds: {},
      },
      "a call",
      Number.POSITIVE_INFINITY,
    );

  it("holds the rows it found and no others, and passes", () => {
    const test = made("999", { people: table, unused: table });
    expect(test.call.tables).toEqual({ people: { key: "number", rows: [{ number: "200", name: "Bob" }] } });
    expect(test.expect.hears).toContain("That is Bob.");
    expect(tests(test.call, test.expect).success).toBe(true);
    expect(playTest(tested, test).failures).toEqual([]);
  });
});

it("a call by chance that breaks what is always to hold is printed with the rows that were given", () => {
  const people = { key: "number", rows: [{ number: "100", name: "Ann" }] };
  const always = { call: { from: "100", tables: { people } }, expect: { neverHears: ["Hello Ann."] } };
  const { broken } = tryAlways(tested, always, 20, 1);
  expect(broken?.run.failures[0]?.expectation).toBe("neverHears");
  expect(broken && writeTrial(broken.trial).join(" ")).toContain(
    `--table 'people={"key":"number","rows":[{"number":"100","name":"Ann"}]}'`,
  );
});
