import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
let before = 0;
beforeEach(() => {
  before = server.running.virtualPbx.pastCalls().length;
});

const client = () => createOzekiPbx({ url: server.pbxUrl, generation: "new" });
const newCalls = () => server.running.virtualPbx.pastCalls().slice(0, -before || undefined);
const sent = () => server.running.virtualPbx.post.sent.map((one) => one.text);

/** Tells of each state that it comes to. */
const handlers =
  '<OnSetup><SendMsg ToConnection="x">dialling</SendMsg></OnSetup><OnError><SendMsg ToConnection="x">failed</SendMsg></OnError>';

test("what the parameters say counts, whatever the document says", async () => {
  await client().request({
    dialed: "105",
    callerId: "3000",
    ozml: `<Request DialedAddress="104" CallerPhoneNumber="1" >${handlers}</Request>`,
  });
  await expect
    .poll(() => newCalls().map(({ facts }) => [facts.destination, facts.callerId]))
    .toEqual([["105", "3000"]]);
});

test("a document need not say whom to call", async () => {
  await client().request({ dialed: "106", ozml: `<Response><Request>${handlers}</Request></Response>` });
  await expect.poll(() => newCalls().map(({ facts }) => facts.destination)).toEqual(["106"]);
});

test("RingTime beside the document ends the ringing, and OnError runs", async () => {
  await client().request({ dialed: "198", ringSeconds: 5, ozml: `<Request>${handlers}</Request>` });
  await expect.poll(() => sent().slice(-2)).toEqual(["dialling", "failed"]);
  expect(newCalls()[0]?.state).toBe("Busy");
});

test.each([
  ["a document without a Request", "<Response><Speak>x</Speak></Response>", {}, 302],
  ["no document at all", "just words", {}, 300],
  ["a ringing time that is none", "<Request/>", { ringSeconds: -1 }, 302],
])("%s is refused, and nobody is called", async (_what, ozml, more, code) => {
  await expect(client().request({ dialed: "105", ozml, ...more })).rejects.toMatchObject({ code });
  expect(server.running.virtualPbx.activeCalls()).toEqual([]);
});
