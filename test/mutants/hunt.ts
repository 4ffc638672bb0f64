/**
 * Runs in a process of its own: looks for a flow and a caller that tell a mutant of the compiler from the meaning of the
 * flow. Each line of its input is the folder of a mutant; each line of its output is what gave one away, or empty.
 */
import { createInterface } from "node:readline";
import {
  conversationOf,
  type Flow,
  linkFlow,
  recommendedDialect,
  type SimulatedCall,
  simulateFlow,
} from "@ozflow/compiler";
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
].map(([flow, calls, options], index) => {
  const isPlaced = flow.steps.some((step) => step.type === "outgoing-call");
  const entry: "outgoing-call" | "incoming-call" = isPlaced ? "outgoing-call" : "incoming-call";
  return {
    name: `flow ${index}`,
    flow,
    options,
    entry,
    calls: calls.map(([caller, world]) => {
      const call = { entry, caller, world, facts, dialect: recommendedDialect } as const;
      return { call, meaning: once(() => meaningOf(flow, call)) };
    }),
  };
});

for await (const folder of createInterface({ input: process.stdin })) {
  const mutant = (await import(`${folder}/index.ts`)) as Compiler;
  console.log(JSON.stringify(hunt(mutant) ?? ""));
}

/** What a call means does not depend on the mutant. */
function meaningOf(flow: Flow, call: SimulatedCall) {
  const walked = simulateFlow(linkFlow(flow).linked, call);
  return { walked, conversation: JSON.stringify(conversationOf(walked)) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function hunt(mutant: Compiler): string | null {
  for (const { name, flow, options, entry, calls } of sample) {
    let made: ReturnType<Compiler["compile"]>;
    try {
      made = mutant.compile(flow, options);
    } catch (error) {
      return `${name}: the compiler throws: ${error instanceof Error ? error.message : error}`;
    }
    if (made.program === undefined) continue;
    const answerer = mutant.createAnswerer(made.program);
    if (made.program.entries[entry] === undefined) continue;
    for (const { call, meaning } of calls) {
      const { walked, conversation } = meaning();
      const { transcript, callbacks } = mutant.simulateProgram(answerer, call);
      if (JSON.stringify(conversationOf(transcript)) !== conversation) return `${name}: another conversation`;
      if (!notesTheSame(walked, transcript)) return `${name}: other notes`;
      const faults = callbacks.flatMap((one) =>
        documentFaults(
          one.answer.xml,
          flow.steps.some((step) => step.type === "raw-ozml"),
        ),
      );
      if (faults.length > 0) return `${name}: ${faults[0]}`;
    }
  }
  return null;
}
