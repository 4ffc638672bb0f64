import { commands, findCommand } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PbxDriver } from "../../server/src/pbx/driver.ts";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { PbxError } from "../../server/src/pbx/pbx-error.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

type Ask = (pbx: PbxDriver, callId: string) => Promise<unknown>;

const alarm = { number: "5", account: "1234", eventCode: "110", partition: "1", zone: "10" };

/** Every command of the API, as our client asks for it. */
const asks: Readonly<Record<string, Ask>> = {
  Call: (pbx) => pbx.startCall({ dialed: "102" }),
  CallSetup: (pbx) => pbx.connectNumbers({ caller: "101", callee: "102" }),
  Request: (pbx) => pbx.request({ dialed: "101", ozml: '<Request DialedAddress="101"/>' }),
  Hold: (pbx, callId) => pbx.hold(callId),
  Unhold: (pbx, callId) => pbx.unhold(callId),
  Play: (pbx, callId) => pbx.play({ callId, party: "all", file: "a.wav", maxSeconds: 5 }),
  Speak: (pbx, callId) => pbx.speak({ callId, party: "caller", text: "Hi", voice: "Anna" }),
  Record: (pbx, callId) => pbx.record({ callId, format: "wav" }),
  SendDTMF: (pbx, callId) => pbx.sendKeys({ callId, party: "callee", keys: "42#" }),
  ForwardCall: (pbx, callId) => pbx.forward(callId, "500"),
  BlindTransfer: (pbx, callId) => pbx.blindTransfer({ callId, target: "103", transferor: "callee" }),
  AttendedTransfer: (pbx, callId) => pbx.attendedTransfer({ callId, targetCallId: "other" }),
  Hangup: (pbx, callId) => pbx.hangUp(callId),
  SendSms: (pbx) => pbx.sendSms({ recipient: "1", text: "Hi", apiExtension: "9000" }),
  SendEmail: (pbx) => pbx.sendEmail({ recipient: "a@example.com", text: "Hi", attachments: ["/a", "/b"] }),
  SendMessage: (pbx) => pbx.sendMessage({ recipient: "1", text: "Hi" }),
  ReceiveMessage: (pbx) => pbx.receiveMessages({ limit: 2, delete: true }),
  SendAlarmNotification: (pbx) => pbx.sendAlarm(alarm),
  ListActiveCalls: (pbx) => pbx.listActiveCalls(),
  ListCallHistory: (pbx) => pbx.callHistory({ source: "102" }),
  ListExtensions: (pbx) => pbx.listExtensions("Phone"),
  ListExtensionTypes: (pbx) => pbx.listExtensionTypes(),
  ListAddressbookContacts: (pbx) => pbx.contacts("office"),
  ListAddressbookNames: (pbx) => pbx.listAddressBooks(),
};

const generations = ["new", "old"] as const;
const inApi = commands.filter((one) => one.usableIn.includes("api"));
const ok = "<Response><Code>200</Code><Message>Command successfully executed</Message></Response>";

/** Call is documented with code 402 (reference, section 6); that the others that dial can have it too is inferred. */
const dials = ["Call", "CallSetup", "Request", "BlindTransfer", "SendAlarmNotification"];

let recorder: Recorder;
let server: TestServer;
beforeAll(async () => {
  recorder = await startRecorder();
  server = await startTestServer();
});
afterAll(async () => {
  await recorder.stop();
  await server.stop();
});

async function failure(work: Promise<unknown>): Promise<PbxError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  if (error instanceof PbxError) return error;
  throw new Error("a PbxError was expected", { cause: error });
}

test("the client has every command of the API, and no other", () => {
  expect(Object.keys(asks).sort()).toEqual(inApi.map((one) => one.name).sort());
});

describe.each(generations)("%s generation, on the wire", (generation) => {
  const pbx = () => createOzekiPbx({ url: recorder.url, generation });
  const [known, unknown] = [true, false].map((has) =>
    inApi.filter((one) => one.generations.includes(generation) === has),
  );

  test.each(known?.map((one) => one.name) ?? [])("%s has its name and only parameters that are known", async (name) => {
    recorder.answer(ok);
    await asks[name]?.(pbx(), "a1B2c");
    const { path, parameters } = recorder.requests.at(-1) ?? { path: "", parameters: [] };
    const command = findCommand(name);
    const allowed = command?.parameters.filter((one) => (one.generation ?? generation) === generation);
    expect(path).toBe(generation === "new" ? "/api" : "/");
    expect(parameters[0]).toEqual(["command", command?.elementNames[generation] ?? name]);
    for (const [parameter] of parameters.slice(1)) expect(allowed?.map((one) => one.name)).toContain(parameter);
  });

  test.each(unknown?.map((one) => one.name) ?? [])("%s is not asked for: there is none", async (name) => {
    const before = recorder.requests.length;
    expect((await failure(asks[name]?.(pbx(), "a") ?? Promise.resolve())).kind).toBe("not-in-generation");
    expect(recorder.requests).toHaveLength(before);
  });

  async function failsOnce(name: string, kind: string, options: { readonly timeoutMs?: number } = {}) {
    const before = recorder.requests.length;
    const client = createOzekiPbx({ url: recorder.url, generation, ...options });
    const error = await failure(asks[name]?.(client, "a") ?? Promise.resolve());
    expect(error.kind).toBe(kind);
    expect(recorder.requests).toHaveLength(before + 1);
    return error;
  }

  describe.each(known?.map((one) => one.name) ?? [])("%s is sent once, and never again", (name) => {
    test.each([
      ["a web page", "<html>Router</html>", "not-xml"],
      ["a web page with a doctype", "<!DOCTYPE html><html><body>Sign in</body></html>", "not-xml"],
      ["a reply that breaks off", "<Response><Code>200</Code><Mess", "cut-reply"],
      ["304", "<Response><Message>No</Message><Code>304</Code></Response>", "login-required"],
      ["307", "<Response><Code>307</Code></Response>", "address-not-allowed"],
      ["401", "<Response><Code>401</Code></Response>", "api-extension-unavailable"],
      ["601", "<Response><Code>601</Code></Response>", "call-not-found"],
    ])("when %s comes back", async (_what, body, kind) => {
      recorder.answer(body);
      await failsOnce(name, kind);
    });

    test("when nothing comes back in time", async () => {
      recorder.answer("never");
      const { message } = await failsOnce(name, "time-out", { timeoutMs: 200 });
      expect(message).toContain("did not answer within 0.2 seconds");
      expect(message).toContain("Whether it did what it was asked is not known.");
    });
  });

  const dialling = known?.map((one) => one.name).filter((name) => dials.includes(name)) ?? [];
  test.each(dialling)("%s is sent once, and never again when nobody was reached", async (name) => {
    const said = "Call connect to '102' failed with result state 'Busy'";
    recorder.answer(`<Response><Code>402</Code><Message>${said}</Message></Response>`);
    expect(await failsOnce(name, "not-reached")).toMatchObject({
      code: 402,
      message: `The number was not reached: ${said}`,
    });
  });
});

describe("replies as the pages describe them", () => {
  const past =
    "<Call><StartTime>2019-04-09 10:34:07</StartTime><Direction>Internal</Direction><Source>101</Source><Destination>102</Destination><State>CalleeHungUp</State><Dialed>102</Dialed><CallerId>101</CallerId><Type>Audio</Type><CallId>H2Wwb</CallId></Call>";

  test.each([
    ["new", `<TotalRecords>41</TotalRecords><CallHistory>${past}</CallHistory>`],
    ["old", `<NumberOfCalls>41</NumberOfCalls><Calls>${past}</Calls>`],
  ] as const)("%s call history", async (generation, body) => {
    recorder.answer(`<Response>${body}<Message/><Code>200</Code></Response>`);
    const history = await createOzekiPbx({ url: recorder.url, generation }).callHistory();
    expect(history).toMatchObject({ total: 41, rows: [{ callId: "H2Wwb", source: "101", state: "CalleeHungUp" }] });
  });

  test.each([
    [
      "new",
      "<Id>101@localhost</Id><PhoneNumber>101</PhoneNumber><Type>Phone</Type><State>Connected</State>",
      "101@localhost",
      "Connected",
    ],
    ["old", "<Id>101</Id><Type>SIP</Type>", "101", ""],
  ] as const)("%s extensions", async (generation, fields, id, state) => {
    recorder.answer(
      `<Response><Code>200</Code><Extensions><ExtensionSummary>${fields}</ExtensionSummary></Extensions></Response>`,
    );
    const extensions = await createOzekiPbx({ url: recorder.url, generation }).listExtensions();
    expect(extensions).toMatchObject([{ id, number: "101", state }]);
  });

  test("the ids of what was sent", async () => {
    recorder.answer("<Response><Code>200</Code><SmsId>s1</SmsId><EmailId>e1</EmailId></Response>");
    const pbx = createOzekiPbx({ url: recorder.url, generation: "new" });
    expect(await pbx.sendSms({ recipient: "1", text: "Hi" })).toEqual({ smsId: "s1" });
    expect(await pbx.sendEmail({ recipient: "a@example.com", text: "Hi" })).toEqual({ emailId: "e1" });
  });

  test("a list that ends too early does not go on for ever", async () => {
    recorder.answer("<Response><Code>200</Code><TotalRecords>9</TotalRecords><Contacts/></Response>");
    const pbx = createOzekiPbx({ url: recorder.url, generation: "new" });
    for await (const contact of pbx.allContacts("office")) expect.fail(`nobody is in this list: ${contact.name}`);
  });
});

describe.each(generations)("%s generation, against the virtual PBX", (generation) => {
  const pbx = () => createOzekiPbx({ url: server.pbxUrl, generation });
  const known = inApi.filter((one) => one.generations.includes(generation)).map((one) => one.name);
  /** They need a call in another state than the one that is there. */
  const outOfPlace = ["ForwardCall", "Unhold"];

  test.each(known)("%s", async (name) => {
    const call = server.running.virtualPbx.connect("101", "102");
    const other = server.running.virtualPbx.connect("101", "103");
    await expect.poll(() => [call.state, other.state]).toEqual(["InCall", "InCall"]);
    const asked =
      name === "AttendedTransfer"
        ? pbx()
            .hold(call.id)
            .then(() => pbx().attendedTransfer({ callId: call.id, targetCallId: other.id }))
        : asks[name]?.(pbx(), call.id);
    if (outOfPlace.includes(name)) expect((await failure(asked ?? Promise.resolve())).code).toBe(303);
    else await asked;
    for (const one of server.running.virtualPbx.activeCalls()) one.hangUp("flow");
  });

  test("the whole history comes page by page", async () => {
    for (let calls = 0; calls < 25; calls += 1) server.running.virtualPbx.connect(generation, "102").hangUp("caller");
    const ids: string[] = [];
    for await (const call of pbx().wholeCallHistory({ source: generation })) ids.push(call.callId);
    expect(new Set(ids).size).toBe(25);
  });
});
