import {
  compile,
  createAnswerer,
  type Expectations,
  endings,
  type Flow,
  flowTestsSchema,
  heardIn,
  openTestedFlow,
  playTest,
  said,
  type TestedFlow,
  type TestRun,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endingOf } from "../../compiler/src/flow-tests/ending.ts";
import { flow } from "../support/flow-builder.ts";
import { callEntryOf } from "../support/proof-attacks.ts";
import { randomFlow } from "../support/random-flow.ts";

const sketch = flow({
  steps: {
    in: "incoming-call",
    office: ["business-hours", { calendar: "office" }],
    ask: [
      "collect-digits",
      { prompt: { say: "Your number?" }, minDigits: 2, maxDigits: 2, attempts: 1, saveTo: "number" },
    ],
    look: ["http-request", { url: "https://crm.example.com/{number}", fields: [{ path: "name", variable: "name" }] }],
    hello: ["say", { say: "Hello {name}." }],
    note: ["disposition", { disposition: "known" }],
    closed: ["play", { play: "closed.wav" }],
    nobody: ["transfer", { target: "2000" }],
    end: "hang-up",
  },
  edges: [
    "in > office.open > ask.entered > look.success > hello > note > end",
    "office.closed > closed > end",
    "ask.exhausted > nobody.failed > end",
    "look.failure > nobody",
  ],
  variables: { number: "text", name: "text" },
});
const http = [{ url: "https://crm.example.com/*", body: { name: "Ann" } }];

function opened(drawn: Flow): TestedFlow {
  const tested = openTestedFlow(drawn);
  if ("diagnostics" in tested) throw new Error(JSON.stringify(tested.diagnostics));
  return tested;
}

function played(call: object, expected: Expectations, tested = opened(sketch)): TestRun {
  const { tests } = flowTestsSchema.parse({ formatVersion: 1, tests: [{ name: "a test", call, expect: expected }] });
  const [test] = tests;
  if (test === undefined) throw new Error("there is one");
  return playTest(tested, test);
}

const known = { caller: "42", http };

describe("what is expected and happens", () => {
  it.each<readonly [object, Expectations]>([
    [known, { hears: ["Your number", "Hello Ann."] }],
    [known, { neverHears: ["closed.wav", "Bob"], neverReaches: ["The closed step", "nobody"] }],
    [known, { reaches: ["The ask step", "look", "The note step"] }],
    [known, { ends: "hung-up", withinSeconds: 60, callbacksAtMost: 2 }],
    [known, { ends: ["transferred", "hung-up"] }],
    [known, { happens: ["asks GET https://crm.example.com/42: 200", 'hears "Hello'] }],
    [known, { variables: { number: "42", name: "Ann" }, dispositions: ["known"] }],
    [{ caller: "" }, { transferredTo: "2000", ends: "transferred" }],
    [
      { caller: "42", unreachable: ["2000"] },
      { ends: "hung-up", happens: ["transfer to 2000 failed"] },
    ],
    [{ caller: "hangup" }, { ends: "caller-hung-up" }],
    [{ calendars: { office: "closed" } }, { hears: ["closed.wav"], reaches: ["closed"] }],
  ])("passes: %j %j", (call, expected) => {
    expect(played(call, expected).failures).toEqual([]);
  });

  it("a calendar may say all it holds; the beginning of the call decides", () => {
    const nobody = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    const calendars = {
      office: { timeZone: "Europe/Budapest", week: { ...nobody, monday: [{ from: "08:00", to: "16:00" }] }, days: [] },
    };
    const at = (began: string) => played({ calendars, began }, { reaches: ["ask"] }).failures.length;
    expect([at("2026-07-06T06:00:00Z"), at("2026-07-06T05:59:00Z"), at("2026-07-06T16:00:00+02:00")]).toEqual([
      0, 1, 1,
    ]);
  });
});

describe("what is expected and does not happen is told with what happens instead", () => {
  it.each<readonly [object, Expectations, string]>([
    [known, { hears: ["Good evening"] }, '"Good evening" is not heard.'],
    [known, { hears: ["Hello", "Your number"] }, '"Your number" is not heard after "Hello", but before it.'],
    [known, { hears: ["Hello", "Hello"] }, '"Hello" is not heard after "Hello", but before it.'],
    [known, { neverHears: ["Ann"] }, '"Ann" is heard.'],
    [known, { reaches: ["The closed step"] }, '"The closed step" is not reached.'],
    [known, { reaches: ["Greeting"] }, 'The flow has no step "Greeting": was it renamed?'],
    [known, { neverReaches: ["Greeting"] }, 'The flow has no step "Greeting": was it renamed?'],
    [known, { neverReaches: ["look"] }, '"look" is reached.'],
    [known, { ends: "transferred" }, 'The call ends as "hung-up", not as "transferred".'],
    [known, { transferredTo: "2000" }, "The call is transferred to nobody, not to 2000."],
    [{ caller: "" }, { transferredTo: "2001" }, "The call is transferred to 2000, not to 2001."],
    [known, { withinSeconds: 1 }, "The call takes 3 s, not 1 s at most."],
    [known, { callbacksAtMost: 1 }, "The phone system asks 2 times, not 1 times at most."],
    [known, { happens: ["SMS to 200"] }, '"SMS to 200" does not happen.'],
    [known, { variables: { name: "Bob" } }, 'The variable "name" holds "Ann", not "Bob".'],
    [known, { variables: { mood: "good" } }, 'The flow has no variable "mood": was it renamed?'],
    [known, { dispositions: ["unknown"] }, '"unknown" is not said of the call.'],
    [{ entry: "routing" }, { ends: "goes-on" }, "The flow begins with incoming-call, not with routing."],
  ])("%j %j: %s", (call, expected, sentence) => {
    expect(played(call, expected).failures.map((one) => one.sentence.message)).toEqual([sentence]);
  });

  it("the value of a secret is in no sentence", () => {
    const secret = { ...sketch, variables: sketch.variables.map((one) => ({ ...one, secret: true })) };
    const { failures } = played(known, { variables: { number: "43" } }, opened(secret));
    expect(failures.map((one) => one.sentence.message)).toEqual([
      'The variable "number" holds something else than is expected.',
    ]);
  });

  it("and which of the two plays of a call shows it, where only one does", () => {
    const other = {
      ...sketch,
      steps: sketch.steps.map((one) => (one.id === "hello" ? { ...one, data: { say: "Hi." } } : one)),
    };
    const { program } = compile(other);
    if (program === undefined) throw new Error("it compiles");
    const mixed = { linked: opened(sketch).linked, answerer: createAnswerer(program) };
    expect(played(known, { hears: ["Hello Ann."] }, mixed).failures).toEqual([
      { expectation: "hears", sentence: said`"${"Hello Ann."}" is not heard.`, seenIn: "documents" },
    ]);
    expect(played(known, { neverHears: ["Hello"] }, mixed).failures).toEqual([
      { expectation: "neverHears", sentence: said`"${"Hello"}" is heard.`, seenIn: "flow" },
    ]);
  });
});

describe("a file of tests is refused", () => {
  it.each<readonly [string, object]>([
    ["this expects nothing", { name: "x", call: {}, expect: {} }],
    ["A caller cannot do", { name: "x", call: { caller: "dance" }, expect: { ends: "hung-up" } }],
    ["Invalid option", { name: "x", call: {}, expect: { ends: "well" } }],
    ["Unrecognized key", { name: "x", call: {}, expect: { heard: ["x"] } }],
    ["write a point in time", { name: "x", call: { began: "Christmas" }, expect: { ends: "hung-up" } }],
    ["expected one of", { name: "x", call: { dialect: { afterBranch: "dance" } }, expect: { ends: "hung-up" } }],
  ])("%s", (words, test) => {
    const { error } = flowTestsSchema.safeParse({ formatVersion: 1, tests: [test] });
    expect(JSON.stringify(error?.issues)).toContain(words);
  });

  it("when two tests have one name", () => {
    const test = { name: "x", call: {}, expect: { ends: "hung-up" } };
    const { error } = flowTestsSchema.safeParse({ formatVersion: 1, tests: [test, test] });
    expect(error?.issues).toMatchObject([{ path: ["tests", 1, "name"] }]);
  });
});

it("whatever a random flow does to a random caller passes as a test, and its opposite fails", () => {
  const script = fc.array(fc.constantFrom("1", "2", "12", "timeout", "talk 5"), { maxLength: 6 });
  let seen = 0;
  fc.assert(
    fc.property(randomFlow(), script, (drawn, actions) => {
      const tested = openTestedFlow(drawn);
      const entry = callEntryOf(drawn);
      if ("diagnostics" in tested || entry === undefined) return;
      const call = { entry, caller: [...actions, "hangup"].join(",") };
      const { transcript, steps } = played(call, { withinSeconds: 86_400 }, tested);
      const [hears, ended] = [heardIn(transcript).filter((one) => one.trim() !== ""), endingOf(transcript)];
      const withinSeconds = transcript.durationMs / 1000;
      // A call that is cut off goes round; so many texts are no test.
      if (ended === "cut-off" || hears.length > 200) return;
      expect(played(call, { hears, ends: ended, withinSeconds, reaches: [...steps] }, tested).failures).toEqual([]);
      const others = endings.filter((one) => one !== ended);
      expect(played(call, { ends: others }, tested).failures).toMatchObject([{ expectation: "ends", seenIn: "both" }]);
      seen += 1;
    }),
    { numRuns: 150, seed: 8 },
  );
  expect(seen).toBeGreaterThan(20);
});
