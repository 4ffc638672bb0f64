import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpReply, HttpRequest } from "@ozflow/compiler";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase, prepareDatabase } from "../../server/src/store/database.ts";
import type { Engine } from "../../server/src/store/engines/engine.ts";
import { createStore, type Store } from "../../server/src/store/store.ts";
import { AnsweredMeanwhile, CallbackRefused } from "../../server/src/use-cases/callbacks/callback-refused.ts";
import { sendOnce } from "../../server/src/use-cases/callbacks/send-once.ts";
import { ManualClock, settled } from "../support/clocks.ts";

let folder = "";
let store: Store;
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-"));
  engine = await openDatabase({ url: undefined, folder, onLostConnection: () => {} });
  await prepareDatabase(engine);
  store = createStore(engine);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

let calls = 0;
let clock: ManualClock;
let sent: { readonly url: string; answer(reply: HttpReply): void }[] = [];
beforeEach(() => {
  calls += 1;
  clock = new ManualClock();
  sent = [];
});

const http = {
  send: ({ url }: HttpRequest) => new Promise<HttpReply>((resolve) => sent.push({ url, answer: resolve })),
  close: async () => {},
};
const get: HttpRequest = { method: "GET", url: "http://crm.example/", headers: [], timeoutSeconds: 5, retries: 0 };
const post: HttpRequest = { ...get, method: "POST", body: "{}" };
const good = { status: 200, body: "{}" };

/** One callback that makes this request; `seconds` is what it has for it. */
function callback(request: HttpRequest, { number = 0, seconds = 18 } = {}) {
  const place = { claim: `call ${calls}`, turn: 3, number, began: "then", seed: "luck" };
  const made = sendOnce({ store, http, clock }, place, request, clock.now().getTime() + seconds * 1000);
  return { made, fault: made.then(String, (error: unknown) => error) };
}

/** The database has answered whoever asked it. */
async function idle() {
  for (let n = 0; n < 5; n += 1) {
    await settled();
    // It answers in the order in which it is asked.
    await store.requests.find({ claim: "", turn: 0, number: 0 });
  }
}

async function pass(seconds: number) {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    await clock.pass(0.1);
    await idle();
  }
}

test("a callback that comes twice sends once, and both get the answer", async () => {
  const [first, second] = [callback(post), callback(post)];
  await pass(1);
  expect(sent.length).toBe(1);
  sent[0]?.answer(good);
  await pass(0.3);
  expect(await first.made).toEqual({ reply: good, ms: expect.any(Number) });
  expect(await second.made).toEqual(await first.made);
});

test("an answer that is stored is not asked for again", async () => {
  const first = callback(post);
  await idle();
  sent[0]?.answer(good);
  await first.made;
  expect((await callback(post).made)?.reply).toEqual(good);
  expect(sent.length).toBe(1);
});

describe("when whoever sent it is gone", () => {
  test("what may be repeated is sent again, after the time the first one had", async () => {
    void callback(get);
    await idle();
    const again = callback(get);
    await pass(5.5);
    expect(sent.length).toBe(1);
    await pass(1);
    expect(sent.length).toBe(2);
    sent[1]?.answer(good);
    expect((await again.made)?.reply).toEqual(good);
  });

  test("what may not be repeated counts as not answered, for everybody", async () => {
    void callback(post);
    await idle();
    const again = callback(post);
    await pass(6.5);
    const reply = (await again.made)?.reply;
    expect(reply).toEqual({ fault: expect.stringContaining("nobody knows whether it arrived") });
    expect((await callback(post).made)?.reply).toEqual(reply);
    expect(sent.length).toBe(1);
  });

  test("and comes back after all, what counts is what was done instead", async () => {
    const first = callback(get);
    await idle();
    const again = callback(get);
    await pass(6.5);
    sent[1]?.answer({ status: 201, body: "" });
    await again.made;
    sent[0]?.answer(good);
    expect((await first.made)?.reply).toEqual({ status: 201, body: "" });
  });

  test("another request in its place is sent, whatever its method", async () => {
    void callback({ ...post, body: "1" });
    await idle();
    const again = callback({ ...post, body: "2" });
    await pass(6.5);
    sent[1]?.answer(good);
    expect((await again.made)?.reply).toEqual(good);
  });
});

test("the second request of a callback is one of its own", async () => {
  void callback(get);
  void callback(get, { number: 1 });
  await idle();
  expect(sent.length).toBe(2);
});

test("a callback that cannot wait so long is refused", async () => {
  void callback(get);
  await idle();
  const again = callback(get, { seconds: 1 });
  await pass(1.2);
  expect(await again.fault).toBeInstanceOf(CallbackRefused);
});

test("without any time left nothing is sent", async () => {
  expect(await callback(get, { seconds: 0 }).made).toBeUndefined();
  expect(sent.length).toBe(0);
});

test("what was settled is never sent again", async () => {
  const first = callback(post);
  await idle();
  sent[0]?.answer(good);
  await first.made;
  const row = await store.requests.find({ claim: `call ${calls}`, turn: 3, number: 0 });
  await store.requests.change(row ?? expect.fail("nothing was written down"), { state: "settled", outcome: "" });
  expect(await callback(post).fault).toBeInstanceOf(AnsweredMeanwhile);
});
