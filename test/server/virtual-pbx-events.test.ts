import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { ManualClock } from "../support/clocks.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let app: Recorder;
beforeEach(async () => {
  server = await startTestServer();
  app = await startRecorder();
});
afterEach(async () => {
  await server.stop();
  await app.stop();
});

const pbx = () => server.running.virtualPbx;
const forms = (path: string) => app.requests.filter((one) => one.path === path).map((one) => one.form);
const response = (body: string) => `<Response>${body}</Response>`;

describe("third party control", () => {
  test("every change of a call between two people is told, in order", async () => {
    app.answer("");
    pbx().subscribe({ callChanged: `${app.url}/changed` });
    const call = pbx().connect("101", "102");
    await expect.poll(() => call.state).toBe("InCall");
    await pbx().control({ effect: "hold" }, call.id);
    call.hangUp("caller");
    await expect
      .poll(() => forms("/changed").map((one) => one["CallState"]))
      .toEqual(["Ringing", "Answered", "InCall", "Hold", "Completed"]);
    expect(forms("/changed")[0]).toMatchObject({
      NotificationName: "CallChanged",
      CallId: call.id,
      Source: "101",
      Destination: "102",
    });
  });

  test("a ringing call is forwarded by the answer", async () => {
    // Time stands still, so that it goes on ringing.
    const slow = await startTestServer({}, { clock: new ManualClock(), speed: 1 });
    app.answer(response('<ForwardCall Destination="500"/>'));
    slow.running.virtualPbx.subscribe({ callChanged: `${app.url}/changed` });
    const call = slow.running.virtualPbx.connect("101", "102");
    await expect.poll(() => call.events.all).toMatchObject([{ event: "forwarded", target: "500" }]);
    expect(call.destination).toBe("500");
    await slow.stop();
  });
});

describe("routing", () => {
  test("the answer says where it rings, and is asked again when nobody is there", async () => {
    app.answer(response('<Route Destination="2099"/>'));
    pbx().subscribe({ routing: `${app.url}/route` });
    const call = pbx().connect("101", "8000");
    await expect.poll(() => call.isOver).toBe(true);
    expect(forms("/route").slice(0, 2)).toMatchObject([
      {
        NotificationName: "RoutingInterception",
        CallerID: "101",
        OriginalDialedNumber: "8000",
        LastCallState: "Calling",
      },
      { LastCalledExtension: "2099", LastCallState: "Busy" },
    ]);
    expect(call.state).toBe("Busy");
  });

  test("an empty destination refuses the caller, no Route leaves it to the number that was dialled", async () => {
    pbx().subscribe({ routing: `${app.url}/route` });
    app.answer(response('<Route Destination=""/>'));
    const refused = pbx().connect("101", "8000");
    await expect.poll(() => refused.isOver).toBe(true);
    app.answer("");
    const plain = pbx().connect("101", "8000");
    await expect.poll(() => plain.state).toBe("InCall");
    expect(plain.destination).toBe("8000");
  });
});

describe("files", () => {
  test("no path leads out of the folder of the PBX", async () => {
    const before = await readdir(".");
    for (const file of ["../package.json", "/../../package.json", "..\\..\\package.json", "", "."])
      expect(await pbx().serve({ effect: "delete-file", file })).toMatchObject({ ok: false });
    expect(await readdir(".")).toEqual(before);
    for (const name of ["..%2F..%2Fflows.db", "%2e%2e%2fx", "nothing.wav"])
      expect((await fetch(`${server.pbxUrl}/recordings/${name}`)).status).toBe(404);
  });
});

describe("messages", () => {
  test("an SMS that comes in is told, answered, and can be fetched", async () => {
    app.answer(response('<SendSms Recipient="5">Thanks</SendSms>'));
    pbx().subscribe({ incomingSms: `${app.url}/sms` });
    pbx().receiveSms({ sender: "5", recipient: "1000", text: "Hello" });
    await expect.poll(() => pbx().post.sent).toMatchObject([{ recipient: "5", text: "Thanks" }]);
    expect(forms("/sms")).toEqual([
      { NotificationName: "IncomingSMS", Sender: "5", Recipient: "1000", Message: "Hello" },
    ]);
    const client = createOzekiPbx({ url: server.pbxUrl, generation: "new" });
    expect(await client.receiveMessages({ delete: true })).toMatchObject([{ sender: "5", text: "Hello" }]);
    expect(await client.receiveMessages({})).toEqual([]);
  });

  test("the delivery report names the SMS", async () => {
    app.answer(response('<SendSms Recipient="5" DeliveryReportURL="report">Hi</SendSms>'));
    pbx().placeIncomingCall({ url: `${app.url}/call`, caller: "1", dialed: "2", scripted: { script: [], speed: 0 } });
    await expect.poll(() => forms("/report")[0]).toMatchObject({ NotificationName: "SMSDeliveryReport", SmsId: "m1" });
  });
});

describe("who may use the API", () => {
  const ask = async (access: object, query = "") => {
    const guarded = await startTestServer({}, { access });
    const body = await (await fetch(`${guarded.pbxUrl}/api?command=ListActiveCalls${query}`)).text();
    await guarded.stop();
    return /<Code>(\d+)</.exec(body)?.[1];
  };
  const users = [{ name: "u", password: "p", mayUseApi: false }];

  test("users outside the groups get 306", async () => {
    expect(await ask({ users }, "&Username=u&Password=p")).toBe("306");
  });

  test("addresses that are denied, or not allowed, get 307", async () => {
    expect(await ask({ denied: ["127.0.0.0/8"] })).toBe("307");
    expect(await ask({ allowed: ["10.0.0.0/8"] })).toBe("307");
    expect(await ask({ allowed: ["127.0.0.1"] })).toBe("200");
  });
});
