import { afterEach, beforeEach, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { ManualClock } from "../support/clocks.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let app: Recorder;
let clock: ManualClock;
beforeEach(async () => {
  clock = new ManualClock();
  server = await startTestServer({}, { clock, speed: 1 });
  app = await startRecorder();
});
afterEach(async () => {
  await server.stop();
  await app.stop();
});

const pbx = () => server.running.virtualPbx;
const client = () => createOzekiPbx({ url: server.pbxUrl, generation: "new" });

/** A call that is being told something for ten seconds, live or by a scripted caller. */
async function talk(scripted?: { readonly script: []; readonly speed: number }) {
  app.answer("<Response><Delay>10</Delay><Speak>Done</Speak></Response>");
  const call = pbx().placeIncomingCall({
    url: `${app.url}/call`,
    caller: "101",
    dialed: "1000",
    ...(scripted === undefined ? {} : { scripted }),
  });
  const told = () => call.events.all.map((one) => one.event).filter((one) => one !== "fetched");
  await expect.poll(told).toEqual(["answered", "paused"]);
  return { call, told };
}

test.each([
  ["live from the dial pad", undefined],
  ["of a scripted caller", { script: [] as [], speed: 1 }],
])("Hold of the HTTP API stops the script of a call %s, and Unhold goes on with it", async (_whose, scripted) => {
  const { call, told } = await talk(scripted);
  await clock.pass(4);
  await client().hold(call.id);
  expect(call.state).toBe("Hold");
  await clock.pass(3600);
  expect(told()).toEqual(["answered", "paused", "held"]);
  await expect(client().hold(call.id)).rejects.toMatchObject({ code: 303 });
  await client().unhold(call.id);
  await clock.pass(5);
  expect(told()).toEqual(["answered", "paused", "held", "unheld"]);
  await clock.pass(1);
  expect(told()).toEqual(["answered", "paused", "held", "unheld", "heard"]);
  await clock.pass(10);
  await expect.poll(() => call.isOver).toBe(true);
});

test("Hold and Unhold of a document stop the script of the call they name", async () => {
  const { call, told } = await talk();
  pbx().subscribe({ callChanged: `${app.url}/changed` });
  app.answer(`<Response><Hold CallId="${call.id}"/></Response>`);
  pbx().connect("101", "102");
  await expect.poll(() => call.state).toBe("Hold");
  await clock.pass(3600);
  expect(told()).toEqual(["answered", "paused", "held"]);
  app.answer(`<Response><Unhold CallId="${call.id}"/></Response>`);
  pbx().connect("101", "102");
  await expect.poll(() => call.state).toBe("InCall");
  await clock.pass(10);
  expect(told()).toEqual(["answered", "paused", "held", "unheld", "heard"]);
});

test("a server that stops ends calls that are on hold", async () => {
  const { call } = await talk();
  await client().hold(call.id);
  await pbx().stop();
  expect(call.isOver).toBe(true);
});
