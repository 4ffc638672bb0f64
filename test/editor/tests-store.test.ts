import { afterEach, describe, expect, it, vi } from "vitest";
import type { FlowTest } from "../../compiler/src/index.ts";
import type { KeptTests } from "../../editor/src/api/flow-tests.ts";
import type { Editor } from "../../editor/src/model/editor.ts";
import {
  asFields,
  asText,
  emptyTest,
  readDraft,
  type TestDraft,
  withCall,
  withExpected,
} from "../../editor/src/tests/test-draft.ts";
import { type TestsStore, testsOf } from "../../editor/src/tests/tests-store.ts";

const test = (name: string): FlowTest => ({ name, call: { caller: "1" }, expect: { ends: "hung-up" } });

/** A server that keeps tests and refuses a change of another version than its own. */
function server(...names: readonly string[]) {
  let kept: KeptTests = { version: 1, tests: { formatVersion: 1, tests: names.map(test) } };
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal("fetch", async (_path: string, request: { method: string; body?: string }) => {
    if (request.method === "GET") return answer(200, kept);
    const sent: KeptTests = JSON.parse(request.body ?? "");
    if (sent.version !== kept.version) return answer(409, { error: { code: "conflict", message: "meanwhile" } });
    kept = { version: kept.version + 1, tests: sent.tests };
    return answer(200, kept);
  });
  return {
    names: () => kept.tests.tests.map(({ name }) => name),
    /** Somebody else keeps another test. */
    add: (name: string) => {
      kept = { version: kept.version + 1, tests: { ...kept.tests, tests: [...kept.tests.tests, test(name)] } };
    },
  };
}

const open = (id: string) => testsOf({ flowId: id } as Editor);
afterEach(() => vi.unstubAllGlobals());

/** Writes a new test, or another one in the place of one that is there, and keeps it. */
async function keep(store: TestsStore, name: string, of?: string): Promise<void> {
  store.write(test(name), of);
  await store.keep(store.getState().open ?? "", test(name));
}

it("tests are added under names of their own, and removed", async () => {
  const kept = server("a");
  const store = open("one");
  await keep(store, "a");
  await keep(store, "a");
  expect(kept.names()).toEqual(["a", "a (2)", "a (3)"]);
  await store.remove("a (2)");
  expect(kept.names()).toEqual(["a", "a (3)"]);
  expect(store.getState().kept?.tests.tests.map(({ name }) => name)).toEqual(kept.names());
});

it("what somebody else has kept meanwhile stays", async () => {
  const kept = server("a");
  const store = open("two");
  await store.read();
  kept.add("theirs");
  await keep(store, "ours");
  expect(kept.names()).toEqual(["a", "theirs", "ours"]);
});

it("one store serves all parts of an editor", () => {
  const editor = { flowId: "three" } as Editor;
  expect(testsOf(editor)).toBe(testsOf(editor));
});

it("a test that is written again stays in its place, and comes back at the end when somebody has removed it", async () => {
  const kept = server("a", "b");
  const store = open("four");
  await keep(store, "z", "a");
  expect(kept.names()).toEqual(["z", "b"]);
  store.write(test("b"), "b");
  await store.remove("b");
  await store.keep(store.getState().open ?? "", test("b"));
  expect(kept.names()).toEqual(["z", "b"]);
});

it("keeps what is being written for each test until it is kept or given up", async () => {
  server("a", "b");
  const store = open("five");
  store.write(test("a"), "a");
  const draft = store.getState().drafts[0];
  if (draft === undefined) throw new Error("nothing is being written");
  store.change(withCall(draft, { caller: "2" }));
  store.write();
  store.write(test("a"), "a");
  expect(store.getState()).toMatchObject({ open: draft.id, drafts: [{ test: { call: { caller: "2" } } }, {}] });
  store.giveUp(draft.id);
  expect(store.getState()).toMatchObject({ open: undefined, drafts: [{ test: emptyTest }] });
});

it("finds them again when the page is loaded again", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const before = open("six");
  before.write(test("half"));
  expect(open("six").getState().drafts).toEqual(before.getState().drafts);
  before.giveUp(before.getState().open ?? "");
  expect(open("six").getState().drafts).toEqual([]);
});

describe("a test that is being written", () => {
  const draft: TestDraft = { id: "1", test: test("a") };

  it("expects nothing of a field that is emptied", () => {
    const said = withExpected(draft, { hears: ["Hello"], withinSeconds: 20 });
    expect(said.test.expect).toEqual({ ends: "hung-up", hears: ["Hello"], withinSeconds: 20 });
    expect(withExpected(said, { hears: [], withinSeconds: undefined }).test.expect).toEqual({ ends: "hung-up" });
  });

  it("cannot be kept with a fault, which is told at its field", () => {
    expect(readDraft(withCall(draft, { caller: "dance" }))).toEqual({
      faults: [{ at: "call.caller", sentence: expect.stringContaining('cannot do "dance"') }],
    });
    expect(readDraft(withExpected(draft, { ends: undefined }))).toMatchObject({ faults: [{ at: "expect" }] });
  });

  it("is written as text as well, and read from it when that can be read", () => {
    const text = asText(draft);
    const more = { ...text, json: text.json?.replace('"hung-up"', '["hung-up", "transferred"]') };
    expect(asFields(more)).toMatchObject({ test: { expect: { ends: ["hung-up", "transferred"] } }, json: undefined });
    expect(asFields({ ...text, json: "{" })).toMatchObject([{ at: "" }]);
    expect(asFields({ ...text, json: "{}" })).toMatchObject([{ at: "name" }, { at: "call" }, { at: "expect" }]);
  });
});
