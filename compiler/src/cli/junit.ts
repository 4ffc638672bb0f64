import { writeDocument, type XmlElement } from "../ozml/writer.ts";
import { failureSentence, printFailed } from "./print-tests.ts";
import type { FlowReport } from "./test-flow.ts";

/**
 * Results as JUnit XML, as CI servers read it: a suite for each flow, a case for each test, one more for calls made by
 * chance. A flow that could not be tested is a case with an error. Seconds are those of the run, not of the calls.
 */
export function writeJunit(reports: readonly FlowReport[]): string {
  const suites = reports.map(suiteOf);
  return writeDocument(element("testsuites", totals(suites), suites));
}

function suiteOf(report: FlowReport): XmlElement {
  const { flow, faults, tests, random } = report;
  const testCase = (name: string, seconds: number, found: readonly XmlElement[]) =>
    element("testcase", { classname: flow, name, time: seconds.toFixed(3) }, found);
  const cases = [
    ...tests.map((run) => testCase(run.name, run.tookMs / 1000, failure(run))),
    ...(random === undefined
      ? []
      : [testCase(`${random.calls} calls made by chance`, random.tookMs / 1000, failure(random.broken))]),
    ...(faults.length === 0
      ? []
      : [testCase("can be tested", 0, [element("error", { message: faults[0] ?? "" }, faults.join("\n"))])]),
  ];
  const seconds = tests.reduce((sum, one) => sum + one.tookMs / 1000, 0);
  return element("testsuite", { name: flow, ...totals(cases), time: seconds.toFixed(3) }, cases);
}

function failure(run: Parameters<typeof printFailed>[0] | undefined): readonly XmlElement[] {
  const [first] = run?.failures ?? [];
  if (run === undefined || first === undefined) return [];
  return [element("failure", { type: first.expectation, message: failureSentence(first) }, printFailed(run))];
}

/** Cases in there, and how many of them hold a failure or an error. */
function totals(elements: readonly XmlElement[]): Readonly<Record<string, string>> {
  const all = elements.flatMap(casesIn);
  const holding = (name: string) =>
    all.filter(({ content }) => typeof content !== "string" && content.some((one) => one.name === name)).length;
  return { tests: String(all.length), failures: String(holding("failure")), errors: String(holding("error")) };
}

function casesIn(one: XmlElement): readonly XmlElement[] {
  if (one.name === "testcase") return [one];
  return typeof one.content === "string" ? [] : one.content.flatMap(casesIn);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly XmlElement[],
): XmlElement {
  return { name, attributes, content };
}
