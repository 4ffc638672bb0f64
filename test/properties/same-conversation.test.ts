import {
  compile,
  conversationOf,
  createAnswerer,
  type Dialect,
  dialectReadings,
  type Flow,
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
import { isAccepted, randomCaller, randomFlow, randomWorld } from "../support/random-flow.ts";

const runs = Number(process.env["OZFLOW_RUNS"] ?? 3000);

const randomDialect: fc.Arbitrary<Dialect> = fc.record({
  keyStopsPrompt: fc.constantFrom(...dialectReadings.keyStopsPrompt),
  partialEntry: fc.constantFrom(...dialectReadings.partialEntry),
  afterBranch: fc.constantFrom(...dialectReadings.afterBranch),
  unmatchedEntry: fc.constantFrom(...dialectReadings.unmatchedEntry),
  goToReturns: fc.constantFrom(...dialectReadings.goToReturns),
  recordReply: fc.constantFrom(...dialectReadings.recordReply),
});

describe("a compiled flow", () => {
  it("makes the conversation that the flow means, for every caller, dialect and option", () => {
    let compiled = 0;
    fc.assert(
      fc.property(
        randomFlow(),
        fc.array(fc.tuple(randomCaller, randomWorld, randomDialect), { minLength: 3, maxLength: 3 }),
        fc.constantFrom("lean" as const, "branches" as const),
        fc.constantFrom(32 * 1024, 1500),
        (flow, calls, trace, sizeBudget) => {
          expect(isAccepted(flow)).toBe(true);
          const { program } = compile(flow, { trace, sizeBudget });
          if (program === undefined) return;
          compiled += 1;
          const answerer = createAnswerer(JSON.parse(JSON.stringify(program)));
          for (const [caller, world, dialect] of calls)
            expectSame(flow, answerer, { ...entryOf(flow), caller, world, dialect });
        },
      ),
      { numRuns: runs, seed: Number(process.env["OZFLOW_SEED"] ?? 20261124) },
    );
    // Flows that are refused prove nothing: most must get through.
    expect(compiled).toBeGreaterThan(runs / 3);
  }, 600_000);
});

function entryOf(flow: Flow): Pick<SimulatedCall, "entry" | "facts" | "given"> {
  const outgoing = flow.steps.some((step) => step.type === "outgoing-call");
  const facts = { caller: "100", dialed: "8000" };
  return outgoing ? { entry: "outgoing-call", facts, given: {} } : { entry: "incoming-call", facts };
}

function expectSame(flow: Flow, answerer: ReturnType<typeof createAnswerer>, call: SimulatedCall): void {
  const meant = simulateFlow(linkFlow(flow).linked, { dialect: recommendedDialect, ...call });
  const made = simulateProgram(answerer, call);
  const same = JSON.stringify(conversationOf(meant)) === JSON.stringify(conversationOf(made.transcript));
  if (same) return;
  const documents = made.callbacks.map((one) => `--- ${one.document}\n${one.answer.xml}`).join("\n");
  throw new Error(
    [
      `caller: ${writeCallerScript(call.caller)}  dialect: ${JSON.stringify(call.dialect)}  world: ${JSON.stringify(call.world)}`,
      `MEANT\n${printTranscript(meant)}`,
      `MADE\n${printTranscript(made.transcript)}`,
      documents,
      writeFlow(flow),
    ].join("\n\n"),
  );
}
