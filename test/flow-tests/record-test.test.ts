import {
  callOfTest,
  compile,
  createAnswerer,
  type Flow,
  heardIn,
  openTestedFlow,
  playCall,
  playTest,
  recordTest,
  type TestedFlow,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowTestsSchema } from "../../compiler/src/flow-tests/test-file.ts";
import { flow } from "../support/flow-builder.ts";
import { callEntryOf } from "../support/proof-attacks.ts";
import { randomFlow } from "../support/random-flow.ts";

const sketch = flow({
  steps: {
    in: "incoming-call",
    hello: ["say", { say: "Hello and welcome to us." }],
    ask: ["menu", { prompt: { say: "One or two?" }, attempts: 2 }],
    message: ["record", { prompt: { say: "Speak now." }, finishKeys: "#", maxSeconds: 30, silenceSeconds: 3 }],
    thanks: ["say", { say: "Thank you very much." }],
    sales: ["transfer", { target: "2000" }],
    end: "hang-up",
  },
  edges: ["in > hello > ask.1 > sales.failed > message > thanks > end", "ask.exhausted > message"],
});
const tested = openTestedFlow(sketch) as TestedFlow;
const around = { entry: "incoming-call" as const, mocks: [], unreachable: [], audioSeconds: {} };
const keys = (...pressed: readonly (readonly [string, number])[]) => pressed.map(([key, atMs]) => ({ key, atMs }));

function recorded(
  deeds: Parameters<typeof recordTest>[1]["deeds"],
  untilMs = Number.POSITIVE_INFINITY,
  unreachable: readonly string[] = [],
) {
  const test = recordTest(tested.answerer, { ...around, unreachable, deeds }, "a call", untilMs);
  // What is made can be kept, and passes.
  expect(flowTestsSchema.parse({ formatVersion: 1, tests: [test] }).tests).toEqual([test]);
  const run = playTest(tested, test);
  expect(run.failures).toEqual([]);
  // At the phone it is the same call again.
  const { mocks: _, unreachable: numbers, audioSeconds: __, ...call } = callOfTest(tested.answerer, test.call);
  const played = playCall(tested.answerer, { ...call, world: { unreachable: numbers } });
  expect(heardIn(played.transcript)).toEqual(heardIn(run.transcript));
  expect(played.transcript.events.at(-1)).toMatchObject({ event: run.transcript.events.at(-1)?.event });
  return test;
}

describe("a call that was made becomes a test that passes", () => {
  it("with a key pressed after the prompt, and the number that takes the call", () => {
    expect(recorded({ keys: keys(["1", 5000]) })).toEqual({
      name: "a call",
      call: { entry: "incoming-call", caller: "1" },
      expect: { hears: ["Hello and welcome to us.", "One or two?"], ends: "transferred", transferredTo: "2000" },
    });
  });

  it("with a key pressed into the prompt, and keys that were for nobody left out", () => {
    expect(recorded({ keys: keys(["5", 300], ["1", 2500]) }).call.caller).toBe("1@0.5");
  });

  it("with silence, a recording and the key that ended it", () => {
    const { call, expect: expected } = recorded({ keys: keys(["1", 5000], ["#", 12_200]) }, undefined, ["2000"]);
    expect(call).toMatchObject({ caller: expect.stringMatching(/^1,talk \d+(\.\d+)? #$/), unreachable: ["2000"] });
    expect(expected).toMatchObject({ hears: expect.arrayContaining(["Thank you very much."]), ends: "hung-up" });
    expect(recorded({ keys: [] }).call.caller).toBe("timeout,timeout,talk 5");
  });

  it("by whoever hangs up, at a question or in a recording", () => {
    expect(recorded({ keys: [], leavesAtMs: 4500 })).toMatchObject({
      call: { caller: "hangup@2.5" },
      expect: { ends: "caller-hung-up" },
    });
  });

  it("and where nobody was asked, with what was heard until then", () => {
    const { call, expect: expected } = recorded({ keys: [], leavesAtMs: 1000 });
    expect(call.caller).toBe("");
    expect(expected).toEqual({ hears: ["Hello and welcome to us."] });
  });

  it("as far as it was heard when it is kept in the middle", () => {
    expect(recorded({ keys: keys(["9", 4000]) }, 4000).expect).toEqual({
      hears: expect.arrayContaining(["Hello and welcome to us.", "One or two?"]),
    });
  });
});

it("whatever somebody does at the phone of a random flow", () => {
  const pressed = fc.array(fc.tuple(fc.constantFrom(..."12#0"), fc.integer({ min: 0, max: 40_000 })), { maxLength: 6 });
  let seen = 0;
  fc.assert(
    fc.property(randomFlow(), pressed, fc.integer({ min: 100, max: 60_000 }), (drawn: Flow, given, leavesAtMs) => {
      const { program } = compile(drawn);
      const entry = callEntryOf(drawn);
      const opened = openTestedFlow(drawn);
      if (program === undefined || entry === undefined || "diagnostics" in opened) return;
      const deeds = { keys: keys(...[...given].sort((a, b) => a[1] - b[1])), leavesAtMs };
      const test = recordTest(createAnswerer(program), { ...around, entry, deeds }, "x", Number.POSITIVE_INFINITY);
      if ((test.expect.hears ?? []).length === 0 && test.expect.ends === undefined) return;
      expect(playTest(opened, test).failures).toEqual([]);
      seen += 1;
    }),
    { numRuns: 80, seed: 12 },
  );
  expect(seen).toBeGreaterThan(10);
});
