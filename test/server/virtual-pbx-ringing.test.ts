import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { ManualClock } from "../support/clocks.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let clock: ManualClock;
let server: TestServer;
let app: Recorder;
beforeEach(async () => {
  clock = new ManualClock();
  server = await startTestServer({}, { clock, speed: 1 });
  app = await startRecorder();
  app.answer("");
});
afterEach(async () => {
  await server.stop();
  await app.stop();
});

const pbx = () => server.running.virtualPbx;
const errors = () => app.requests.filter((one) => one.path === "/error").map((one) => one.form);

/** A call to a number that does not answer; `ringSeconds`: RingTime. */
async function callNobody(ringSeconds?: number) {
  const client = createOzekiPbx({ url: server.pbxUrl, generation: "new" });
  const hello = "<Response><Delay>1000</Delay></Response>";
  await client.startCall({ dialed: "198", ringSeconds, responseOzml: hello, errorUrl: `${app.url}/error` });
  const call = pbx().activeCalls()[0];
  if (call === undefined) throw new Error("the call does not ring");
  return call;
}

describe("a number that ends in 98", () => {
  test("rings for RingTime; then the call is closed and ErrorUrl is told", async () => {
    const call = await callNobody(20);
    await clock.pass(19.9);
    expect(call.state).toBe("Ringing");
    await clock.pass(0.1);
    expect(call.state).toBe("Busy");
    await expect.poll(errors).toMatchObject([{ NotificationName: "Error", Code: "402", Dialed: "198" }]);
  });

  test("rings without RingTime until the call is hung up", async () => {
    const call = await callNobody();
    await clock.pass(3600);
    expect(call.state).toBe("Ringing");
    call.hangUp("caller");
    expect(call.state).toBe("Cancelled");
  });

  test("is answered by somebody else when the call is forwarded", async () => {
    const call = await callNobody();
    await clock.pass(30);
    await pbx().control({ effect: "forward", target: "102" }, call.id);
    await clock.pass(1);
    expect(call.state).toBe("InCall");
  });

  test("is left for another one when Route says how long it rings", async () => {
    app.answer('<Response><Route Destination="2098" RingTime="15"/></Response>');
    pbx().subscribe({ routing: `${app.url}/route` });
    const call = pbx().connect("101", "8000");
    await expect.poll(() => app.requests.length).toBe(1);
    app.answer('<Response><Route Destination="102"/></Response>');
    await expect.poll(() => clock.pass(0.1).then(() => call.destination)).toBe("2098");
    await clock.pass(15);
    await expect.poll(() => app.requests.at(-1)?.form).toMatchObject({ LastCallState: "NoAnswer" });
    await expect.poll(() => clock.pass(1).then(() => call.state)).toBe("InCall");
    expect(call.destination).toBe("102");
  });

  test("is rung for 90 seconds when one person calls another", async () => {
    const call = pbx().connect("101", "198");
    await clock.pass(89);
    expect(call.state).toBe("Ringing");
    await clock.pass(1);
    expect(call.state).toBe("Busy");
  });

  test("stops ringing when the caller hangs up whose script waits for it", async () => {
    app.answer('<Request DialedAddress="198"><OnError><Speak>Nobody is there.</Speak></OnError></Request>');
    const waiting = pbx().placeIncomingCall({ url: `${app.url}/call`, caller: "101", dialed: "1000" });
    await expect.poll(() => pbx().activeCalls().length).toBe(2);
    waiting.hangUp("caller");
    await expect.poll(() => pbx().activeCalls()).toEqual([]);
    expect(
      pbx()
        .pastCalls()
        .map((one) => one.state),
    ).toContain("Cancelled");
  });
});
