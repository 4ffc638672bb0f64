import { openTestedFlow, type TestedFlow, tryAlways, writeCallerScript } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { shrinkTrial } from "../../compiler/src/flow-tests/shrink-trial.ts";
import type { TrialCall } from "../../compiler/src/proofs/trial-call.ts";
import { usualCall } from "../../compiler/src/proofs/trial-call.ts";
import { flow } from "../support/flow-builder.ts";

const sketch = flow({
  steps: {
    in: "incoming-call",
    office: ["business-hours", { calendar: "office" }],
    closed: ["say", { say: "We are closed." }],
    ask: [
      "menu",
      {
        options: [
          { key: "1", label: "Sales" },
          { key: "7", label: "Secret" },
        ],
      },
    ],
    pin: ["collect-digits", { minDigits: 4, maxDigits: 4, accept: 'pin == "4711"', saveTo: "pin" }],
    treasure: ["say", { say: "The treasure is yours." }],
    sales: ["transfer", { target: "2000" }],
    busy: ["say", { say: "Nobody answers." }],
    end: "hang-up",
  },
  edges: [
    "in > office.open > ask.1 > sales.failed > busy > end",
    "office.closed > closed > end",
    "ask.7 > pin.entered > treasure > end",
    "ask.exhausted > end",
    "pin.exhausted > end",
  ],
  variables: { pin: "text" },
});
const tested = openTestedFlow(sketch) as TestedFlow;

describe("calls made by chance", () => {
  it("find the keys that lead to what must never be heard, and show no key too many", () => {
    const { broken, calls } = tryAlways(tested, { expect: { neverHears: ["treasure"] } }, 5000, 1);
    expect(calls).toBeLessThan(5000);
    expect(writeCallerScript(broken?.trial.caller ?? [])).toBe("7,4711");
    expect(broken?.trial).toMatchObject({ facts: usualCall, unreachable: [], http: [], callees: {} });
    expect(broken?.run.failures).toMatchObject([
      { expectation: "neverHears", sentence: { message: '"treasure" is heard.' } },
    ]);
  });

  it("keep of the world what is needed: who does not answer, what a calendar says", () => {
    const busy = tryAlways(tested, { expect: { neverReaches: ["busy"] } }, 5000, 2).broken?.trial;
    expect(busy).toMatchObject({ caller: [{ does: "press", keys: "1" }], unreachable: ["2000"], facts: usualCall });
    const closed = tryAlways(tested, { expect: { neverHears: ["closed"] } }, 5000, 3).broken?.trial;
    expect(closed).toMatchObject({ caller: [], unreachable: [] });
    expect(closed?.facts.hours?.["office"]).not.toBe("open");
  });

  it("leave alone what the author says of the call", () => {
    const open = { call: { calendars: { office: "open" as const } }, expect: { neverHears: ["closed"] } };
    expect(tryAlways(tested, open, 500, 3).broken).toBeUndefined();
  });

  it("are the same again with the same seed, and others with another one", () => {
    const always = { expect: { neverReaches: ["busy"] } };
    expect(tryAlways(tested, always, 5000, 5)).toEqual(tryAlways(tested, always, 5000, 5));
    const counts = [1, 2, 3, 4, 5, 6].map((seed) => tryAlways(tested, always, 5000, seed).calls);
    expect(new Set(counts).size).toBeGreaterThan(1);
  });

  it("say nothing where what is to hold does hold, and cover most of the flow", () => {
    const { broken, calls, runs } = tryAlways(
      tested,
      { expect: { ends: ["hung-up", "transferred", "caller-hung-up"] } },
      400,
      1,
    );
    expect({ broken, calls }).toEqual({ broken: undefined, calls: 400 });
    const visited = new Set(runs.flatMap(({ steps }) => steps));
    expect([...visited].sort()).toEqual(sketch.steps.map(({ id }) => id).sort());
  });
});

it("shrinking ends at a call of which nothing can be left out, for whatever reason it fails", () => {
  const press = (keys: string) => ({ does: "press", keys }) as const;
  const trial: TrialCall = {
    entry: "incoming-call",
    caller: [press("1"), { does: "talk", seconds: 60 }, press("2"), { does: "hang-up", atSeconds: 2 }, press("3")],
    facts: { ...usualCall, seed: "9", hours: { a: "closed", b: "holiday" } },
    unreachable: ["1", "2"],
    http: [{ url: "*" }],
    callees: { "5": [press("1"), press("4")] },
  };
  const fails = (one: TrialCall) =>
    one.caller.filter(({ does }) => does === "press").length >= 2 &&
    one.unreachable.includes("2") &&
    one.facts.hours?.["b"] === "holiday" &&
    (one.callees["5"] ?? []).some((action) => action.does === "press" && action.keys === "4");
  expect(shrinkTrial(trial, fails)).toEqual({
    entry: "incoming-call",
    caller: [press("2"), press("3")],
    facts: { ...usualCall, hours: { b: "holiday" } },
    unreachable: ["2"],
    http: [],
    callees: { "5": [press("4")] },
  });
});
