import {
  compile,
  conversationOf,
  createAnswerer,
  describe as describeEvent,
  type Flow,
  linkFlow,
  type Program,
  parseCallerScript,
  readFlow,
  simulateFlow,
  simulateProgram,
  withSubFlows,
  writeFlow,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { type FlowSketch, flow } from "../support/flow-builder.ts";
import { serveAll } from "../support/served-documents.ts";

function called(sketch: FlowSketch, name: string): NonNullable<Flow["subFlows"]>[string] {
  const { variables, steps, edges } = flow(sketch);
  return { name, variables, steps, edges };
}

/** Asks for a PIN; callers who enter the right one come back by "ok". */
const pin = called(
  {
    variables: { expected: "text", pin: "text", tries: "number" },
    steps: {
      in: "incoming-call",
      ask: ["collect-digits", { prompt: { say: "PIN for {expected}" }, minDigits: 1, maxDigits: 1, saveTo: "pin" }],
      count: ["set-variable", { assignments: [{ variable: "tries", value: "tries + 1.0" }] }],
      judge: ["condition", { cases: [{ name: "right", when: "pin == expected" }] }],
      yes: ["return", { name: "ok" }],
      no: ["return", { name: "" }],
    },
    edges: ["in > ask.entered > count > judge.right > yes", "judge.otherwise > no"],
  },
  "Check PIN",
);

const caller: FlowSketch = {
  variables: { wanted: "text", count: "number", pin: "text" },
  steps: {
    in: "incoming-call",
    set: ["set-variable", { assignments: [{ variable: "wanted", value: '"7"' }] }],
    check: [
      "sub-flow",
      {
        flow: "pin",
        parameters: [{ variable: "expected", value: "wanted" }],
        results: [{ from: "tries", variable: "count" }],
        ends: ["ok"],
      },
    ],
    welcome: ["say", { say: "Welcome after {count}{pin}" }],
    wrong: ["say", { say: "Wrong after {count}" }],
    bye: "hang-up",
  },
  edges: ["in > set > check.ok > welcome > bye", "check.next > wrong > check"],
};

function withFlows(sketch: FlowSketch, subFlows: Flow["subFlows"]): Flow {
  return { ...flow(sketch), ...(subFlows === undefined ? {} : { subFlows }) };
}

/** What is wrong with the calls themselves. */
function faultsOf(sketch: FlowSketch, subFlows: Flow["subFlows"]) {
  return compile(withFlows(sketch, subFlows))
    .diagnostics.filter((one) => one.step === "check")
    .map(({ code, severity, message }) => ({ code, severity, message }));
}

/** What callers hear who press these keys: by the walk, which the documents must agree with. */
function heard(subject: Flow, keys: string): readonly string[] {
  const { program } = compile(subject);
  if (program === undefined) throw new Error("the flow does not compile");
  const parsed = parseCallerScript(keys);
  if (!("script" in parsed)) throw new Error(JSON.stringify(parsed));
  const call = { entry: "incoming-call" as const, caller: parsed.script, facts: { caller: "100" } };
  const meant = simulateFlow(linkFlow(subject).linked, call);
  const made = simulateProgram(createAnswerer(program), call).transcript;
  expect(conversationOf(made)).toEqual(conversationOf(meant));
  return meant.events.flatMap((one) => (one.event === "heard" ? [describeEvent(one)] : []));
}

describe("a call through another flow", () => {
  it("begins afresh each time, with what it is given, and gives back what it has found", () => {
    expect(heard(withFlows(caller, { pin }), "1, 7")).toEqual([
      'hears  "PIN for 7"',
      'hears  "Wrong after 1"',
      'hears  "PIN for 7"',
      'hears  "Welcome after 1"',
    ]);
  });

  it("costs no callback of its own: what is asked in it stands in the caller's document", () => {
    const { program } = compile(withFlows(caller, { pin }));
    const [first] = serveAll(program as Program);
    expect(first?.xml).toContain("PIN for");
    expect(first?.tags.map((tag) => tag.step)).toContain("check~ask");
  });

  it("goes through flows that go through others, each with variables of its own", () => {
    const outer = called(
      {
        variables: { pin: "text" },
        steps: {
          in: "incoming-call",
          it: ["sub-flow", { flow: "pin", parameters: [{ variable: "expected", value: "pin" }], ends: ["ok"] }],
          ok: ["return", { name: "ok" }],
          no: "return",
        },
        edges: ["in > it.ok > ok", "it.next > no"],
      },
      "Twice",
    );
    const twice: FlowSketch = {
      ...caller,
      steps: {
        ...caller.steps,
        check: ["sub-flow", { flow: "outer", parameters: [{ variable: "pin", value: "wanted" }], ends: ["ok"] }],
      },
    };
    expect(heard(withFlows(twice, { pin, outer }), "1, 7")).toEqual([
      'hears  "PIN for 7"',
      'hears  "Wrong after 0"',
      'hears  "PIN for 7"',
      'hears  "Welcome after 0"',
    ]);
  });

  it("goes through what was frozen with a flow, in there, and elsewhere through what it holds itself", async () => {
    const saying = (words: string) =>
      called(
        { steps: { in: "incoming-call", say: ["say", { say: words }], back: "return" }, edges: ["in > say > back"] },
        words,
      );
    const middle = called(
      {
        steps: { in: "incoming-call", it: ["sub-flow", { flow: "inner" }], back: "return" },
        edges: ["in > it > back"],
      },
      "Middle",
    );
    const drawn = flow({
      steps: { in: "incoming-call", own: ["sub-flow", { flow: "inner" }], theirs: ["sub-flow", { flow: "middle" }] },
      edges: ["in > own > theirs"],
    });
    const asked: string[] = [];
    const there = { inner: saying("Now"), middle: { ...middle, subFlows: { inner: saying("Then") } } };
    const whole = await withSubFlows(drawn, async (id) => {
      asked.push(id);
      return there[id as keyof typeof there];
    });
    expect(asked).toEqual(["inner", "middle"]);
    const kept = readFlow(JSON.parse(writeFlow(whole)));
    if (!("flow" in kept)) throw new Error("it cannot be read again");
    expect(heard(kept.flow, "")).toEqual(['hears  "Now"', 'hears  "Then"']);

    // What was not frozen with it is taken from around.
    const loose = await withSubFlows(drawn, async (id) => (id === "middle" ? middle : there.inner));
    expect(heard(loose, "")).toEqual(['hears  "Now"', 'hears  "Now"']);
  });
});

describe("what is told of a call", () => {
  const call = (data: Readonly<Record<string, unknown>>): FlowSketch => ({
    ...caller,
    steps: { ...caller.steps, check: ["sub-flow", { flow: "pin", ends: ["ok"], ...data }] },
  });
  const given = { parameters: [{ variable: "expected", value: "wanted" }] };

  it.each([
    ["no flow is chosen", { flow: "" }, "flow-not-chosen", "error", "choose the flow they go through"],
    ["the flow is not there", { flow: "gone" }, "sub-flow-missing", "error", "is not there"],
    [
      "it is given what nobody asks for",
      { parameters: [...given.parameters, { variable: "nip", value: "wanted" }] },
      "sub-flow-variable-unknown",
      "error",
      '"Check PIN" has no variable "nip" to be given',
    ],
    [
      "it gives back what it does not have",
      { ...given, results: [{ from: "nip", variable: "count" }] },
      "sub-flow-variable-unknown",
      "error",
      'no variable "nip" to give back',
    ],
    [
      "a variable of another type is given back",
      { ...given, results: [{ from: "pin", variable: "count" }] },
      "assignment-type",
      "error",
      '"count" holds',
    ],
    [
      "it is not given what it never sets itself",
      {},
      "sub-flow-variable-missing",
      "warning",
      'never sets its variable "expected"',
    ],
    [
      "it returns by a name that has no way out",
      { ...given, ends: [] },
      "sub-flow-return-unknown",
      "warning",
      'returns by "ok"',
    ],
    [
      "it never returns by a way out",
      { ...given, ends: ["ok", "lost"] },
      "sub-flow-return-missing",
      "warning",
      'never returns by "lost"',
    ],
    [
      "a way out is there twice",
      { ...given, ends: ["ok", "next"] },
      "way-out-twice",
      "error",
      '"next" is there already',
    ],
  ])("when %s", (_when, data, code, severity, says) => {
    expect(faultsOf(call(data), { pin })).toContainEqual({ code, severity, message: expect.stringContaining(says) });
  });

  it("when flows call each other in a circle, with the names of all of them", () => {
    const through = (id: string) =>
      ({
        steps: { in: "incoming-call", it: ["sub-flow", { flow: id }], back: "return" },
        edges: ["in > it > back"],
      }) as const;
    const flows = { pin: called(through("other"), "Check PIN"), other: called(through("pin"), "Other") };
    expect(faultsOf(call({}), flows)).toContainEqual({
      code: "sub-flow-calls-itself",
      severity: "error",
      message: expect.stringContaining('"Check PIN" calls "Other" calls "Check PIN"'),
    });
  });

  it("when no call can begin in it", () => {
    const flows = { pin: called({ steps: { say: "say" } }, "Check PIN") };
    expect(faultsOf(call({}), flows).map((one) => one.code)).toContain("sub-flow-without-beginning");
  });

  it("when calls within calls would stand for more steps than a flow can have", () => {
    const times = (count: number, step: FlowSketch["steps"][string]) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`it-${n}`, step]));
    const flows = {
      pin: called({ steps: { in: "incoming-call", ...times(5, ["sub-flow", { flow: "long" }]) } }, "Five times"),
      long: called({ steps: { in: "incoming-call", ...times(5000, "beep") } }, "Long"),
    };
    const { program, diagnostics } = compile(withFlows(call({}), flows));
    expect(program).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toContain("sub-flows-too-large");
  });

  it("when something is wrong inside of it; what is only a warning there is told there", () => {
    const flows = {
      pin: called(
        {
          steps: { in: "incoming-call", ask: ["say", { say: "{nobody}" }], back: "return", left: "beep" },
          edges: ["in > ask > back"],
        },
        "Check PIN",
      ),
    };
    const found = faultsOf(call({ ends: [] }), flows);
    expect(found.map((one) => one.code)).not.toContain("step-unreachable");
    expect(found).toEqual(
      expect.arrayContaining([
        {
          code: "placeholder-invalid",
          severity: "error",
          message: expect.stringMatching(/^The check step, in the flow it goes through: The ask step, .*\{nobody\}/),
        },
      ]),
    );
  });
});
