/**
 * Runs in a process of its own: looks for a flow and a caller that tell a mutant of the compiler, in the folder it is
 * given, from the meaning of the flow. Prints what gave it away, or nothing.
 */
import { linkFlow, recommendedDialect, simulateFlow } from "@ozflow/compiler";
import fc from "fast-check";
import { randomFacts as facts, randomCaller, randomFlow, randomWorld } from "../support/random-flow.ts";
import { notesTheSame } from "../support/same-notes.ts";
import { documentFaults } from "../support/served-documents.ts";
import { tellingFlows } from "../support/telling-flows.ts";

type Compiler = typeof import("@ozflow/compiler");

const random = fc.sample(
  fc.tuple(randomFlow(), fc.array(fc.tuple(randomCaller, randomWorld), { minLength: 4, maxLength: 4 })),
  {
    numRuns: 1200,
    seed: 42,
  },
);
const small = { sizeBudget: 1500 };
const sample = [
  ...tellingFlows.flatMap(({ flow, caller, world }) => {
    const calls = [
      [caller, { ...world, maxEvents: 200 }],
      [caller, { ...world, maxEvents: 200, callees: { "102": caller } }],
    ] as const;
    return [
      [flow, calls, small],
      [flow, calls, {}],
    ] as const;
  }),
  ...random.map(([flow, calls], index) => [flow, calls, index % 2 === 0 ? small : {}] as const),
];

const mutant = (await import(`${process.argv[2]}/index.ts`)) as Compiler;
console.log(hunt(mutant) ?? "");

function hunt(mutant: Compiler): string | null {
  for (const [index, [flow, calls, options]] of sample.entries()) {
    let made: ReturnType<Compiler["compile"]>;
    try {
      made = mutant.compile(flow, options);
    } catch (error) {
      return `flow ${index}: the compiler throws: ${error instanceof Error ? error.message : error}`;
    }
    if (made.program === undefined) continue;
    const answerer = mutant.createAnswerer(made.program);
    const entry = flow.steps.some((step) => step.type === "outgoing-call") ? "outgoing-call" : "incoming-call";
    if (made.program.entries[entry] === undefined) continue;
    for (const [caller, world] of calls) {
      const call = { entry, caller, world, facts, dialect: recommendedDialect } as const;
      const walked = simulateFlow(linkFlow(flow).linked, call);
      const meant = JSON.stringify(mutant.conversationOf(walked));
      const { transcript, callbacks } = mutant.simulateProgram(answerer, call);
      if (JSON.stringify(mutant.conversationOf(transcript)) !== meant) return `flow ${index}: another conversation`;
      if (!notesTheSame(walked, transcript)) return `flow ${index}: other notes`;
      const faults = callbacks.flatMap((one) =>
        documentFaults(
          one.answer.xml,
          flow.steps.some((step) => step.type === "raw-ozml"),
        ),
      );
      if (faults.length > 0) return `flow ${index}: ${faults[0]}`;
    }
  }
  return null;
}
