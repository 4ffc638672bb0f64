import type { Flow, FlowTest } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import { ApiFault } from "../api/client.ts";
import { flowTestsApi, type KeptTests } from "../api/flow-tests.ts";
import type { Editor } from "../model/editor.ts";
import type { TestResult } from "../worker/tests-protocol.ts";
import { keepTestDrafts, readTestDrafts } from "./drafts-of-tab.ts";
import { emptyTest, type TestDraft } from "./test-draft.ts";

export interface TestsState {
  /** Undefined until they were read. */
  readonly kept: KeptTests | undefined;
  /** By test; of the flow they were last played for. Undefined: it has errors, or none were played yet. */
  readonly results: ReadonlyMap<string, TestResult> | undefined;
  readonly isRunning: boolean;
  /** Tests that are being written; they stay until they are kept or given up, whatever else is looked at meanwhile. */
  readonly drafts: readonly TestDraft[];
  /** The one that is shown. */
  readonly open: string | undefined;
}

/** The tests of one flow, for all parts of the editor that show them. Each method throws {@link ApiFault} as the server says. */
export interface TestsStore extends StoreApi<TestsState> {
  read(): Promise<void>;
  /** `play`: plays tests to the flow; undefined when nobody can call it. */
  run(flow: Flow, play: PlayTests): Promise<void>;
  remove(name: string): Promise<void>;
  /** Opens a test to be written: a new one, or with `of` one that is there, as far as that has come. */
  write(test?: FlowTest, of?: string): void;
  show(draft: string): void;
  change(draft: TestDraft): void;
  giveUp(draft: string): void;
  /** In the place of the test it was made from, if that is still there. A name that stands there already gets a number. */
  keep(draft: string, test: FlowTest): Promise<void>;
}

export type PlayTests = (flow: Flow, tests: readonly FlowTest[]) => Promise<readonly TestResult[] | undefined>;

const byEditor = new WeakMap<Editor, TestsStore>();

export function testsOf(editor: Editor): TestsStore {
  const store = byEditor.get(editor) ?? createTestsStore(editor.flowId);
  byEditor.set(editor, store);
  return store;
}

function createTestsStore(flowId: string): TestsStore {
  const store = createStore<TestsState>(() => ({
    kept: undefined,
    results: undefined,
    isRunning: false,
    drafts: readTestDrafts(flowId),
    open: undefined,
  }));
  const { getState, setState } = store;
  let runs = 0;

  const read = async () => setState({ kept: await flowTestsApi.read(flowId) });

  /** Twice at most: once more on what somebody else has kept meanwhile. */
  async function alterTests(
    alter: (tests: readonly FlowTest[]) => readonly FlowTest[],
    isRetry = false,
  ): Promise<void> {
    if (getState().kept === undefined || isRetry) await read();
    const { kept } = getState();
    if (kept === undefined) return;
    const tests = { ...kept.tests, tests: [...alter(kept.tests.tests)] };
    try {
      setState({ kept: await flowTestsApi.save(flowId, { version: kept.version, tests }) });
    } catch (error) {
      if (isRetry || !(error instanceof ApiFault) || error.code !== "conflict") throw error;
      await alterTests(alter, true);
    }
  }

  const setDrafts = (drafts: readonly TestDraft[]) => {
    setState({ drafts });
    keepTestDrafts(flowId, drafts);
  };
  const giveUp = (draft: string) => {
    setDrafts(getState().drafts.filter(({ id }) => id !== draft));
    if (getState().open === draft) setState({ open: undefined });
  };

  return {
    ...store,
    read,
    async run(flow, play) {
      const tests = getState().kept?.tests.tests ?? [];
      runs += 1;
      const run = runs;
      setState({ isRunning: true });
      try {
        const results = await play(flow, tests);
        if (run === runs) setState({ results: results && new Map(results.map((one) => [one.name, one])) });
      } finally {
        if (run === runs) setState({ isRunning: false });
      }
    },
    remove: (name) => alterTests((tests) => tests.filter((one) => one.name !== name)),
    write(test = emptyTest, of) {
      const { drafts } = getState();
      const begun = of === undefined ? undefined : drafts.find((one) => one.of === of);
      const id = begun?.id ?? freeId(drafts);
      if (begun === undefined) setDrafts([...drafts, { id, of, test }]);
      setState({ open: id });
    },
    show: (draft) => setState({ open: draft }),
    change: (draft) => setDrafts(getState().drafts.map((one) => (one.id === draft.id ? draft : one))),
    giveUp,
    async keep(draft, test) {
      const of = getState().drafts.find((one) => one.id === draft)?.of;
      await alterTests((tests) => {
        const at = tests.findIndex(({ name }) => name === of);
        const others = tests.filter((_, index) => index !== at);
        const named = { ...test, name: freeName(test.name, others) };
        return at < 0 ? [...tests, named] : tests.with(at, named);
      });
      giveUp(draft);
    },
  };
}

function freeId(drafts: readonly TestDraft[]): string {
  return String(1 + Math.max(0, ...drafts.map(({ id }) => Number(id))));
}

function freeName(name: string, tests: readonly FlowTest[]): string {
  const isTaken = (one: string) => tests.some((test) => test.name === one);
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name} (${number})`;
  return free;
}
