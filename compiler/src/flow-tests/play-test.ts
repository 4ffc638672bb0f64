import { compile } from "../compile.ts";
import type { Diagnostic, Flow, Values } from "../flow/index.ts";
import { parseCallerScript } from "../line/caller-script.ts";
import { playHttp } from "../line/http.ts";
import type { Transcript } from "../line/transcript.ts";
import { type LinkedFlow, linkFlow } from "../phases/1-parse/link-flow.ts";
import { usualCall } from "../proofs/trial-call.ts";
import { hoursAt } from "../resources/hours.ts";
import { type Answerer, createAnswerer } from "../runtime/answer.ts";
import { simulateFlow } from "../simulate/simulate-flow.ts";
import { type SimulatedCall, simulateProgram } from "../simulate/simulate-program.ts";
import type { EntryKind } from "../steps/definition.ts";
import { either } from "../words/lists.ts";
import { type Said, said } from "../words/said.ts";
import type { Expectations, FlowTest, TestCall } from "./test-file.ts";
import { tableOfRows } from "./test-table.ts";
import { type Unmet, unmetBy } from "./unmet.ts";

/** A flow ready to be called: what it means, and its compiled documents. */
export interface TestedFlow {
  readonly linked: LinkedFlow;
  readonly answerer: Answerer;
}

/** A way out that a call took. */
export interface Way {
  readonly step: string;
  readonly port: string;
}

/** `seenIn`: in what the flow means, in what its compiled documents do, or in both of them. */
export interface TestFailure extends Unmet {
  readonly seenIn: "flow" | "documents" | "both";
}

/** A test that was played. No failures: it passed. */
export interface TestRun {
  readonly name: string;
  readonly failures: readonly TestFailure[];
  /** As the compiled documents do it. */
  readonly transcript: Transcript;
  /** Steps and ways out in the order the call came by, as the flow means it. */
  readonly steps: readonly string[];
  readonly left: readonly Way[];
  /** Documents that were asked for, in order. */
  readonly callbacks: readonly string[];
}

/** Diagnostics: the flow has errors, so nobody can call it. */
export function openTestedFlow(flow: Flow): TestedFlow | { readonly diagnostics: readonly Diagnostic[] } {
  const { program, diagnostics } = compile(flow);
  if (program === undefined) return { diagnostics };
  return { linked: linkFlow(flow).linked, answerer: createAnswerer(program) };
}

/** Plays a test twice, as the flow means it and by its compiled documents: what is expected must hold for both. */
export function playTest(flow: TestedFlow, { name, call, expect }: FlowTest): TestRun {
  const { entry, ...rest } = simulatedCall(call, flow.answerer);
  const run = playExpecting(flow, { entry, ...rest }, expect);
  const sentence = whyNotPlayed(call, entry, Object.keys(flow.answerer.program.entries));
  if (sentence === undefined) return { name, ...run };
  return { name, ...run, failures: [{ expectation: "reaches", sentence, seenIn: "both" }] };
}

function whyNotPlayed({ tables = {} }: TestCall, entry: string, entries: readonly string[]): Said | undefined {
  for (const [id, table] of Object.entries(tables)) {
    if (!("file" in table)) continue;
    return said`What stands in the table ${id} lies in the file ${table.file}, which only \`ozflow test\` reads; write its rows into the test.`;
  }
  return entries.includes(entry) ? undefined : said`The flow begins with ${either(entries)}, not with ${entry}.`;
}

/** The same for a call that is made already. */
export function playExpecting(
  { linked, answerer }: TestedFlow,
  call: SimulatedCall,
  expect: Expectations,
): Omit<TestRun, "name"> {
  const left: Way[] = [];
  let values: Values = {};
  const meant = simulateFlow(linked, call, {
    left: (step, port) => left.push({ step, port }),
    over: (held) => {
      values = held;
    },
  });
  // Tags of an author's own OzML are visited, too.
  const steps = meant.steps.filter((id) => linked.steps.has(id));
  const { transcript, callbacks } = simulateProgram(answerer, call);
  const inFlow = unmetBy(expect, { transcript: meant, steps, values }, linked);
  const inDocuments = unmetBy(expect, { transcript, callbacks: callbacks.length }, linked);
  return {
    failures: [...failures(inFlow, inDocuments, "flow"), ...failures(inDocuments, inFlow, "documents")],
    transcript,
    steps,
    left,
    callbacks: callbacks.map(({ document }) => document),
  };
}

/** What both saw is told once. Steps and variables only the flow can tell, callbacks only the documents. */
function failures(
  unmet: readonly Unmet[],
  others: readonly Unmet[],
  seenIn: "flow" | "documents",
): readonly TestFailure[] {
  const isSame = (one: Unmet) =>
    others.some(
      ({ expectation, sentence }) => expectation === one.expectation && sentence.message === one.sentence.message,
    );
  return unmet.flatMap((one): readonly TestFailure[] => {
    if (oneSided.has(one.expectation)) return [{ ...one, seenIn: "both" }];
    if (!isSame(one)) return [{ ...one, seenIn }];
    return seenIn === "flow" ? [{ ...one, seenIn: "both" }] : [];
  });
}

const oneSided: ReadonlySet<keyof Expectations> = new Set(["reaches", "neverReaches", "variables", "callbacksAtMost"]);

/** The call of a test as simulations take it. */
export function simulatedCall(call: TestCall, { program }: Answerer): SimulatedCall {
  const { caller, from, to, began, seed, calendars, given, parameters, unreachable, callees, http, dialect } = call;
  const instant = began === undefined ? usualCall.began : new Date(began).toISOString();
  const hours = Object.entries(calendars ?? {}).map(
    ([id, said]) => [id, typeof said === "string" ? said : hoursAt(said, instant)] as const,
  );
  const tables = Object.entries(call.tables ?? {}).flatMap(([id, table]) =>
    "file" in table ? [] : [[id, tableOfRows(table)] as const],
  );
  const [first = "incoming-call"] = Object.keys(program.entries) as EntryKind[];
  return {
    entry: call.entry ?? first,
    caller: scriptOf(caller),
    facts: {
      caller: from ?? usualCall.caller,
      dialed: to ?? usualCall.dialed,
      began: instant,
      seed: seed ?? usualCall.seed,
      hours: Object.fromEntries(hours),
      ...(tables.length === 0 ? {} : { tables: Object.fromEntries(tables) }),
    },
    ...(given === undefined ? {} : { given }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(dialect === undefined ? {} : { dialect }),
    world: {
      unreachable: unreachable ?? [],
      callees: Object.fromEntries(Object.entries(callees ?? {}).map(([number, one]) => [number, scriptOf(one)])),
      messages: call.messages ?? {},
      audioSeconds: call.audioSeconds ?? {},
      ...(call.alarm === undefined ? {} : { alarm: call.alarm }),
      http: playHttp(http ?? []),
    },
  };
}

/** The schema has let the script through, so it can be read. */
function scriptOf(source: string) {
  const parsed = parseCallerScript(source);
  return "script" in parsed ? parsed.script : [];
}
