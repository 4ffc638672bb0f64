import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let flow = "";
beforeAll(async () => {
  server = await startTestServer();
  flow = (await server.publish(pinCheck)).id;
});
afterAll(() => server.stop());

async function restarted(folder: string, clock: ManualClock): Promise<TestServer> {
  await server.stop();
  const next = await startTestServer({ DATA_DIR: folder }, { clock });
  const [known] = (await next.api("GET", "/flows")).body.flows;
  flow = known?.id ?? (await next.publish(pinCheck)).id;
  return next;
}

const start = (key: string, body: object = { number: "102" }) =>
  server.send("POST", `/flows/${flow}/calls`, Buffer.from(JSON.stringify(body)), {
    "content-type": "application/json",
    "idempotency-key": key,
  });
const calls = async () => (await server.api("GET", "/calls")).body.calls as { id: string }[];

test("a request that is sent again starts no second call and is told of the first", async () => {
  const first = await start("order-1");
  const before = await calls();
  expect(first.status).toBe(201);
  expect(await start("order-1")).toEqual(first);
  // The call itself goes on meanwhile.
  expect((await calls()).map((one) => one.id)).toEqual(before.map((one) => one.id));
  const other = await start("order-2");
  expect(other.body.id).not.toBe(first.body.id);
});

test("of many that come at once with one key, one is called", async () => {
  const before = (await calls()).length;
  const answers = await Promise.all(Array.from({ length: 10 }, () => start("order-many")));
  const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id));
  expect(ids.size).toBe(1);
  for (const { status, body } of answers.filter((one) => one.status !== 201)) {
    expect([status, body.error.code]).toEqual([409, "conflict"]);
  }
  expect((await calls()).length).toBe(before + 1);
});

test("a key that comes with another request is refused", async () => {
  const first = await start("order-3");
  const other = await start("order-3", { number: "103" });
  expect([other.status, other.body.error.code, other.body.error.call]).toEqual([422, "key-used", first.body.id]);
  const before = await calls();
  expect((await start("spaces are no key")).status).toBe(400);
  expect((await calls()).map((one) => one.id)).toEqual(before.map((one) => one.id));
});

test("what was refused before the phone system heard of it may be tried again with the same key", async () => {
  expect((await start("order-4", { number: "+979123" })).status).toBe(403);
  expect((await start("order-4")).status).toBe(201);
});

test("a key is known for a day, and then means a new call", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-once-"));
  const clock = new ManualClock();
  const ids: string[] = [];
  for (const hours of [1, 25, 0]) {
    // What is too old is deleted when a server starts, and every ten minutes.
    server = await restarted(folder, clock);
    ids.push((await start("order-5")).body.id);
    await clock.pass(hours * 3600);
  }
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});
