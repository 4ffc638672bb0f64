import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { flow } from "../support/flow-builder.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let app: Recorder;
beforeAll(async () => {
  server = await startTestServer();
  app = await startRecorder();
});
afterAll(async () => {
  await server.stop();
  await app.stop();
});

const client = () => createOzekiPbx({ url: server.pbxUrl, generation: "new" });
const forms = (path: string) => app.requests.filter((one) => one.path === path).map((one) => one.form);
const alarm = { account: "1234", eventCode: "110", partition: "1", zone: "10" };

describe("what a request of the HTTP API wants to be told later", () => {
  test.each([
    ["5", "Delivered"],
    ["599", "Failed"],
  ])("an SMS to %s is reported as %s under the id that the reply named", async (recipient, Status) => {
    app.answer("");
    const path = `/report/${recipient}`;
    await client()
      .sendSms({ recipient, text: "Hi", deliveryReportUrl: `${app.url}${path}` })
      .catch(() => ({}));
    const SmsId = server.running.virtualPbx.post.sent.at(-1)?.id;
    await expect.poll(() => forms(path)).toEqual([{ NotificationName: "SMSDeliveryReport", SmsId, Status }]);
  });

  test("the answer to a delivery report runs", async () => {
    app.answer('<Response><SendEmail Recipient="desk@example.com" Message="It came"/></Response>');
    await client().sendSms({ recipient: "5", text: "Hi", deliveryReportUrl: `${app.url}/answered` });
    await expect.poll(() => server.running.virtualPbx.post.sent.at(-1)).toMatchObject({ text: "It came" });
  });

  test.each([
    ["101", "Success"],
    ["199", "Failed"],
  ])("an alarm to %s ends in %s", async (number, Status) => {
    app.answer("");
    await client().sendAlarm({ number, ...alarm, resultUrl: `${app.url}/alarm/${number}` });
    await expect
      .poll(() => forms(`/alarm/${number}`))
      .toEqual([{ NotificationName: "AlarmNotificationResult", Status }]);
  });

  test.each([
    ["a busy callee", "101", "199", "199", "Busy"],
    ["a busy caller", "199", "101", "199", "Busy"],
    ["a callee who does not answer", "101", "198", "198", "NoAnswer"],
    ["a caller who does not answer", "198", "101", "198", "NoAnswer"],
  ])("CallSetup tells ErrorUrl of %s", async (what, caller, callee, Dialed, state) => {
    app.answer("");
    const path = `/setup/${encodeURIComponent(what)}`;
    await client().connectNumbers({ caller, callee, errorUrl: `${app.url}${path}` });
    const Message = `Call connect to '${Dialed}' failed with result state '${state}'`;
    await expect
      .poll(() => forms(path))
      .toMatchObject([{ NotificationName: "Error", Code: "402", Message, Dialed, CallId: expect.any(String) }]);
    expect(server.running.virtualPbx.findCall(forms(path)[0]?.["CallId"] ?? "")?.state).toBe("Busy");
  });

  test("CallSetup tells nobody when both sides answer", async () => {
    await client().connectNumbers({ caller: "101", callee: "102", errorUrl: `${app.url}/no-error` });
    const talking = () => server.running.virtualPbx.activeCalls().map((one) => one.state);
    await expect.poll(talking).toEqual(["InCall"]);
    await client().hangUp(server.running.virtualPbx.activeCalls()[0]?.id ?? "");
    expect(forms("/no-error")).toEqual([]);
  });
});

describe("a step that asks for a delivery report", () => {
  test.each([
    ["5", "Delivered"],
    ["598", "Failed"],
  ])("is told in the same flow what became of an SMS to %s, with what the call knew", async (recipient, status) => {
    const { callbackUrl } = await server.publish(
      flow({
        variables: { who: "text", status: "text" },
        steps: {
          in: "incoming-call",
          who: ["set-variable", { assignments: [{ variable: "who", value: '"Ann"' }] }],
          sms: ["send-sms", { recipient, text: "Hi {who}", report: true }],
          bye: "hang-up",
          came: ["delivery-report", { statusIn: "status" }],
          mail: ["send-email", { recipient: "desk@example.com", text: `${recipient} {who}: {status}` }],
        },
        edges: ["in > who > sms > bye", "came > mail"],
      }),
    );
    const { virtualPbx } = server.running;
    const call = virtualPbx.placeIncomingCall({
      url: callbackUrl,
      caller: "101",
      dialed: "8000",
      scripted: { script: [], speed: 0 },
    });
    await expect.poll(() => virtualPbx.post.sent.at(-1)?.text).toBe(`${recipient} Ann: ${status}`);
    const told = call.events.all.find((one) => one.event === "sent-sms");
    expect(told && "failed" in told ? "Failed" : "Delivered").toBe(status);
    // What only reports is no call that goes on.
    const states = (await server.api("GET", "/calls")).body.calls.map((one: { state: string }) => one.state);
    expect(new Set(states.slice(0, 2))).toEqual(new Set(["ended"]));
  });
});
