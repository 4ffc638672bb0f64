import { isDeepStrictEqual } from "node:util";
import {
  compile,
  conversationOf,
  createAnswerer,
  type Dialect,
  dialectReadings,
  type EntryKind,
  type Flow,
  findStepDefinition,
  linkFlow,
  printTranscript,
  recommendedDialect,
  type SimulatedCall,
  simulateFlow,
  simulateProgram,
  writeCallerScript,
  writeFlow,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { randomFacts as facts, isAccepted, randomCaller, randomFlow, randomWorld } from "../support/random-flow.ts";
import { notesTheSame } from "../support/same-notes.ts";
import { tellingFlows } from "../support/telling-flows.ts";

/** Flows, and calls for each of them; `npm run test:deep` asks for a million calls. */
const runs = Number(process.env["OZFLOW_RUNS"] ?? 2500);
const callsPerFlow = Number(process.env["OZFLOW_CALLS"] ?? 3);

/**
 * Question 23 is the exception: no document can keep a PBX from leaving the question when a transfer inside it fails.
 * Questions 18 and 20 are about commands that compiled documents do not hold.
 */
const readings = { ...dialectReadings, failedTransfer: ["next-command"] as const };
const randomDialect: fc.Arbitrary<Dialect> = fc.record(
  Object.fromEntries(Object.entries(readings).map(([key, values]) => [key, fc.constantFrom<unknown>(...values)])),
  // `fromEntries` forgets which reading belongs to which key.
) as fc.Arbitrary<Dialect>;

describe("a compiled flow", () => {
  it(
    "makes the conversation that the flow means, for every caller, dialect and option",
    () => {
      let compiled = 0;
      fc.assert(
        fc.property(
          randomFlow(),
          fc.array(fc.tuple(randomCaller, randomWorld, randomDialect), {
            minLength: callsPerFlow,
            maxLength: callsPerFlow,
          }),
          fc.constantFrom("lean" as const, "branches" as const),
          fc.constantFrom(32 * 1024, 1500),
          (flow, calls, trace, sizeBudget) => {
            expect(isAccepted(flow)).toBe(true);
            const { program } = compile(flow, { trace, sizeBudget });
            if (program === undefined) return;
            compiled += 1;
            const own = holdsGoTo(flow) ? { goToReturns: false } : {};
            const answerer = createAnswerer(JSON.parse(JSON.stringify(program)));
            for (const [index, [caller, world, dialect]] of calls.entries())
              expectSame(flow, answerer, { ...callOf(flow, index), caller, world, dialect: { ...dialect, ...own } });
          },
        ),
        { numRuns: runs, seed: Number(process.env["OZFLOW_SEED"] ?? 20261124) },
      );
      // Flows that are refused prove nothing: most must get through.
      expect(compiled).toBeGreaterThan(runs / 3);
    },
    24 * 3_600_000,
  );

  it(
    "makes it when it stands in the middle of another one, which it is given variables by and returns to",
    () => {
      let compiled = 0;
      fc.assert(
        fc.property(randomFlow(6), randomCaller, randomWorld, randomDialect, (inner, caller, world, dialect) => {
          const outer = goingThrough(inner);
          const { program } = compile(outer);
          if (program === undefined) return;
          compiled += 1;
          const own = holdsGoTo(inner) ? { goToReturns: false } : {};
          const call = { entry: "incoming-call" as const, facts, caller, world, dialect: { ...dialect, ...own } };
          expectSame(outer, createAnswerer(JSON.parse(JSON.stringify(program))), call);
        }),
        { numRuns: Math.ceil(runs / 2), seed: Number(process.env["OZFLOW_SEED"] ?? 20261127) },
      );
      expect(compiled).toBeGreaterThan(runs / 20);
    },
    24 * 3_600_000,
  );

  it.each(tellingFlows.map(({ flow, caller, world }) => [flow.name, flow, caller, world] as const))(
    "as well: %s",
    (_name, flow, caller, around) => {
      for (const sizeBudget of [32 * 1024, 1500]) {
        const { program } = compile(flow, { sizeBudget });
        expect(program).toBeDefined();
        if (program === undefined) return;
        const world = { ...around, callees: { "102": caller }, maxEvents: 200 };
        expectSame(flow, createAnswerer(program), { ...callOf(flow, 0), caller, world });
      }
    },
  );
});

/**
 * An author's own OzML may hold a GoTo with something behind it: that means one thing in one reading and another in the
 * other, which is theirs to know (question 9).
 */
function holdsGoTo(flow: Flow): boolean {
  return flow.steps.some((step) => step.type === "raw-ozml" && /<goto/i.test(String(step.data["ozml"])));
}

/** What the PBX tells with each notification; one of the states is none that a step asks for. */
const told: Readonly<Record<EntryKind, readonly Readonly<Record<string, string>>[]>> = {
  "incoming-call": [{}],
  "outgoing-call": [{}],
  "call-changed": ["Ringing", "InCall", "Hold", "Busy"].map((CallState) => ({ CallState })),
  routing: [
    {
      CallerID: "100",
      OriginalDialedNumber: "8000",
      LastDialedNumber: "8000",
      LastCalledExtension: "101",
      LastCallState: "NoAnswer",
      CallerExtension: "100",
    },
  ],
  "message-received": [{ Sender: "+36 1", Recipient: "8000", Message: "Hi <there> & you" }, {}],
  "delivery-report": [{ SmsId: "17", Status: "Delivered" }],
};

function callOf(flow: Flow, index: number): Pick<SimulatedCall, "entry" | "facts" | "parameters"> {
  const entry = flow.steps.map((step) => findStepDefinition(step.type)?.entry).find((kind) => kind !== undefined);
  if (entry === undefined) throw new Error("a random flow begins somewhere");
  return { entry, facts, parameters: told[entry][index % told[entry].length] ?? {} };
}

/** A flow that goes twice through the other one, whose ends are returns. */
function goingThrough({ languages, variables, steps, edges, subFlows }: Flow): Flow {
  const returns = steps.map((step) =>
    step.type === "hang-up" ? { ...step, type: "return", data: { name: "" } } : step,
  );
  const call = {
    flow: "inner",
    parameters: [{ variable: "name", value: 'name + "+"' }],
    results: [{ from: "name", variable: "name" }],
    ends: ["done"],
  };
  const around = flow({
    variables: { name: "text" },
    steps: {
      in: "incoming-call",
      first: ["sub-flow", call],
      between: ["say", { say: "Back, {name}" }],
      second: ["sub-flow", call],
      bye: ["say", { say: "Bye, {name}" }],
      end: "hang-up",
    },
    edges: ["in > first > between > second > bye > end", "first.done > second.done > end"],
  });
  const inner = { name: "Inner", languages, variables, steps: returns, edges };
  return { ...around, languages: languages.toReversed(), subFlows: { ...subFlows, inner } };
}

function expectSame(flow: Flow, answerer: ReturnType<typeof createAnswerer>, call: SimulatedCall): void {
  const meant = simulateFlow(linkFlow(flow).linked, { dialect: recommendedDialect, ...call });
  const made = simulateProgram(answerer, call);
  const isSame = isDeepStrictEqual(conversationOf(meant), conversationOf(made.transcript));
  if (isSame && notesTheSame(meant, made.transcript)) return;
  const documents = made.callbacks.map((one) => `--- ${one.document}\n${one.answer.xml}`).join("\n");
  throw new Error(
    [
      `caller: ${writeCallerScript(call.caller)}  dialect: ${JSON.stringify(call.dialect)}  world: ${JSON.stringify(call.world)}`,
      `MEANT\n${printTranscript(meant)}\n${JSON.stringify(meant.told)}`,
      `MADE\n${printTranscript(made.transcript)}\n${JSON.stringify(made.transcript.told)}`,
      documents,
      writeFlow(flow),
    ].join("\n\n"),
  );
}
