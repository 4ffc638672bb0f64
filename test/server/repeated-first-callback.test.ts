import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../server/src/clock.ts";
import { pinCheck } from "../support/call-flows.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let offsetMs = 0;
beforeAll(async () => {
  server = await startTestServer({}, { clock: { ...systemClock, now: () => new Date(Date.now() + offsetMs) } });
});
afterAll(async () => {
  await server.stop();
});

const call = { NotificationName: "IncomingCall", CallId: "ab12", CallerId: "+36301234567", Dialed: "8000" };
/** What tells one call's answer from another's: where it goes on. */
const begin = async (address: string, more: Partial<typeof call> = {}) =>
  (await notify(address, { ...call, ...more })).address("UserInput", "ForwardToUrl");
const pass = (minutes: number) => {
  offsetMs += minutes * 60_000;
};

async function published() {
  const { id, callbackUrl } = await server.publish(pinCheck);
  const list = async () => (await server.api("GET", `/calls?flow=${id}`)).body.calls as readonly { caller: string }[];
  return { callbackUrl, callers: async () => (await list()).map(({ caller }) => caller) };
}

test("a first callback that comes again is the same call, also when the server was away for some minutes", async () => {
  const { callbackUrl, callers } = await published();
  const first = await begin(callbackUrl);
  pass(4);
  expect(await begin(callbackUrl)).toBe(first);
  expect(await callers()).toEqual([call.CallerId]);
});

test("somebody else with the same CallId, or the same much later, is another call", async () => {
  const { callbackUrl, callers } = await published();
  const first = await begin(callbackUrl);
  const other = await begin(callbackUrl, { CallerId: "+36701111111" });
  expect(other).not.toBe(first);
  expect(await begin(callbackUrl, { CallerId: "+36701111111" })).toBe(other);
  const elsewhere = await begin(callbackUrl, { CallerId: "+36701111111", Dialed: "8001" });
  expect(elsewhere).not.toBe(other);
  pass(6);
  expect(await begin(callbackUrl, { CallerId: "+36701111111", Dialed: "8001" })).not.toBe(elsewhere);
  expect((await callers()).toSorted()).toEqual([call.CallerId, ...Array.from({ length: 3 }, () => "+36701111111")]);
});

test("a call that has gone on since begins again", async () => {
  const { callbackUrl, callers } = await published();
  const first = await begin(callbackUrl);
  await notify(first, { DtmfDigits: "9999" });
  expect(await begin(callbackUrl)).not.toBe(first);
  expect(await callers()).toHaveLength(2);
});
