import { type Expectations, type FlowTest, flowTestSchema, issueSentence } from "@ozflow/compiler";
import { say } from "../model/say.ts";

/** A test that is being written, with whatever is wrong with it so far. */
export interface TestDraft {
  readonly id: string;
  /** The name of the test it is to replace; undefined: it is a new one. */
  readonly of?: string | undefined;
  readonly test: FlowTest;
  /** The test as text, while it is written as such; then `test` is what it was before. */
  readonly json?: string | undefined;
}

/** A fault and the field it is about, as the file has them: "expect.hears". */
export interface DraftFault {
  readonly at: string;
  readonly sentence: string;
}

export const emptyTest: FlowTest = { name: "", call: { caller: "" }, expect: {} };

/** A field that is emptied is left out: what is not said is not expected. */
export function withCall(draft: TestDraft, part: Partial<FlowTest["call"]>): TestDraft {
  const { caller = "", ...rest } = filled({ ...draft.test.call, ...part });
  return { ...draft, test: { ...draft.test, call: { ...rest, caller } } };
}

export function withExpected(draft: TestDraft, part: Partial<Expectations>): TestDraft {
  return { ...draft, test: { ...draft.test, expect: filled({ ...draft.test.expect, ...part }) } };
}

/** To the test as text, or back; back only when the text can be read as a test. */
export function asText(draft: TestDraft): TestDraft {
  return { ...draft, json: JSON.stringify(draft.test, null, 2) };
}

export function asFields(draft: TestDraft): TestDraft | readonly DraftFault[] {
  const read = readDraft(draft);
  return "test" in read ? { ...draft, test: read.test, json: undefined } : read.faults;
}

/** The test as it can be kept, or what is wrong with it. */
export function readDraft({ test, json }: TestDraft): { readonly test: FlowTest } | { readonly faults: DraftFault[] } {
  let written: unknown = test;
  if (json !== undefined) {
    try {
      written = JSON.parse(json);
    } catch (error) {
      return { faults: [{ at: "", sentence: error instanceof Error ? error.message : String(error) }] };
    }
  }
  const read = flowTestSchema.safeParse(written, { reportInput: true });
  if (read.success) return { test: read.data };
  return {
    faults: read.error.issues.map((issue) => ({
      at: issue.path.join("."),
      sentence: say(issueSentence(issue, undefined)),
    })),
  };
}

/** The first that is wrong with a field. */
export function sentenceAt(faults: readonly DraftFault[], field: string): string | undefined {
  return faults.find(({ at }) => at === field || at.startsWith(`${field}.`))?.sentence;
}

function filled<Fields extends object>(fields: Fields): Fields {
  const isFilled = (value: unknown) =>
    value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value))) as Fields;
}
