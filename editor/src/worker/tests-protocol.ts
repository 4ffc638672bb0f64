import type { CallAtPhone, Flow, FlowTest, Said } from "@ozflow/compiler";

/** What came of one test: the sentences of what was not met; none when it passed. */
export interface TestResult {
  readonly name: string;
  readonly failures: readonly Said[];
}

/** What the tests' thread is asked, each with all it takes: it remembers nothing. */
export type TestsQuestion =
  | { readonly ask: "run"; readonly flow: Flow; readonly tests: readonly FlowTest[] }
  | {
      readonly ask: "record";
      readonly flow: Flow;
      readonly call: CallAtPhone;
      readonly name: string;
      readonly untilMs: number;
    }
  | { readonly ask: "call"; readonly flow: Flow; readonly call: FlowTest["call"] }
  | { readonly ask: "compare"; readonly before: Flow; readonly after: Flow };

/** By question; undefined: the flow has errors, so nobody can call it. */
export interface TestsAnswers {
  readonly run: readonly TestResult[] | undefined;
  readonly record: FlowTest | undefined;
  readonly call: CallAtPhone | undefined;
  /** What callers notice of a change, in sentences. */
  readonly compare: readonly Said[];
}
