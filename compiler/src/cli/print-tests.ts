import { type Coverage, type Covered, percentOf, totalOf } from "../flow-tests/coverage.ts";
import type { TestFailure, TestRun } from "../flow-tests/play-test.ts";
import { printTranscript } from "../line/transcript.ts";
import type { FlowReport } from "./test-flow.ts";

/** What came of the tests of a flow, as a person reads it: a line for each, and of those that fail why, with the call. */
export function printReport({ flow, faults, tests, random }: FlowReport): string {
  return [
    flow,
    ...faults.map((fault) => indented(fault, 2)),
    ...(faults.length === 0 && tests.length === 0 && random === undefined ? ["  has no tests"] : []),
    ...tests.map(printRun),
    ...(random === undefined ? [] : [printRandom(random)]),
  ].join("\n");
}

function printRun(run: TestRun): string {
  if (run.failures.length === 0) return `  ok    ${run.name}`;
  return `  FAIL  ${run.name}\n${printFailed(run)}`;
}

function printRandom({ calls, broken }: NonNullable<FlowReport["random"]>): string {
  const played = `${counted(calls, "call")} made by chance`;
  if (broken === undefined) return `  ok    ${played}`;
  return `  FAIL  the last of ${played}, made as short as it can be:\n        ${broken.command}\n${printFailed(broken)}`;
}

/** The sentences of what was not met, then the call. */
export function printFailed({ failures, transcript }: Omit<TestRun, "name">): string {
  return indented([...failures.map(failureSentence), "", printTranscript(transcript)].join("\n"), 8);
}

export function failureSentence({ sentence, seenIn }: TestFailure): string {
  const where = { both: "", flow: " (as the flow means it)", documents: " (as its compiled documents do it)" };
  return sentence.message + where[seenIn];
}

export function printCoverage({ steps, ports, edges }: Coverage): string {
  return [
    `  covered: ${amounts({ steps, ports, edges })}`,
    ...steps.missing.map((step) => `    no call comes to ${step}`),
    ...ports.missing
      .filter(({ step }) => !steps.missing.includes(step))
      .map(({ step, port }) => `    no call leaves ${step} by ${port}`),
  ].join("\n");
}

function amounts({ steps, ports, edges }: Coverage): string {
  const amount = (name: string, covered: Covered<unknown>) =>
    `${covered.covered} of ${covered.all} ${name} (${percentOf(covered)} %)`;
  return [amount("steps", steps), amount("ways out", ports), amount("lines", edges)].join(", ");
}

export function printTotal(reports: readonly FlowReport[], withCoverage: boolean): string {
  const runs = reports.flatMap((one) => one.tests);
  const failed = runs.filter(({ failures }) => failures.length > 0).length;
  const untestable = reports.filter(({ faults }) => faults.length > 0).length;
  const broken = reports.filter(({ random }) => random?.broken !== undefined).length;
  const found = [
    ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? "fails" : "fail"}`]),
    ...(broken === 0 ? [] : [`${counted(broken, "flow")} broken by calls made by chance`]),
    ...(untestable === 0 ? [] : [`${counted(untestable, "flow")} could not be tested`]),
  ];
  const coverage = withCoverage ? `\nin all: ${amounts(totalOf(reports.flatMap((one) => one.coverage ?? [])))}` : "";
  const verdict = found.length === 0 ? "all pass" : found.join("; ");
  return `\n${counted(runs.length, "test")} of ${counted(reports.length, "flow")}: ${verdict}${coverage}`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function indented(text: string, blanks: number): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(blanks) + line))
    .join("\n");
}
