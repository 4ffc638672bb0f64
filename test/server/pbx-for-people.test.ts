import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function talkingCall(source = "101", destination = "102"): Promise<string> {
  const call = server.running.virtualPbx.connect(source, destination);
  await expect.poll(() => call.state).toBe("InCall");
  return call.id;
}

const act = (callId: string, what: string, body: object = {}) =>
  server.api("POST", `/pbx/active-calls/${callId}/${what}`, body);
const stateOf = (callId: string) => server.running.virtualPbx.findCall(callId)?.state;

describe("what the phone system knows", () => {
  test("its extensions", async () => {
    const { status, body } = await server.api("GET", "/pbx/extensions?type=Phone");
    expect(status).toBe(200);
    expect(body.extensions[0]).toEqual({ id: "101@localhost", number: "101", type: "Phone", state: "Connected" });
  });

  test("contacts of every address book, by name, number or e-mail address", async () => {
    const found = async (search: string) =>
      (await server.api("GET", `/pbx/contacts?search=${search}`)).body.contacts.map(
        (one: { name: string }) => one.name,
      );
    expect(await found("okafor")).toEqual(["Ben Okafor"]);
    expect(await found("example.")).toEqual(["Anna Kovacs", "Ben Okafor", "Carla Diaz", "Harbour Books"]);
    expect(await found("nobody")).toEqual([]);
  });

  test("the call history, page by page and filtered", async () => {
    for (const destination of ["201", "202", "203"]) await act(await talkingCall("150", destination), "hang-up");
    const { body } = await server.api("GET", "/pbx/history?source=150&rows=2&page=1");
    expect(body).toMatchObject({
      total: 3,
      page: 1,
      calls: [{ source: "150", destination: "201", direction: "Internal" }],
    });
  });
});

describe("what people do to a call", () => {
  test("hold, take back and hang up", async () => {
    const call = await talkingCall();
    expect((await server.api("GET", "/pbx/active-calls")).body.calls).toMatchObject([
      { callId: call, callState: "InCall" },
    ]);
    expect((await act(call, "hold")).status).toBe(204);
    expect(stateOf(call)).toBe("Hold");
    expect((await act(call, "unhold")).status).toBe(204);
    expect((await act(call, "hang-up")).status).toBe(204);
    expect(stateOf(call)).toBe("Completed");
  });

  test("speak and play are heard", async () => {
    const call = await talkingCall();
    await act(call, "speak", { text: "One minute left.", party: "caller" });
    await act(call, "play", { file: "gong.wav" });
    expect(server.running.virtualPbx.findCall(call)?.events.all).toMatchObject([
      { event: "heard", text: "One minute left.", party: "caller" },
      { event: "played", file: "gong.wav", party: "all" },
    ]);
    await act(call, "hang-up");
  });

  test("a transfer leaves the caller with somebody else", async () => {
    const call = await talkingCall();
    expect((await act(call, "transfer", { target: "103" })).status).toBe(204);
    expect(stateOf(call)).toBe("Transferred");
    const [rest] = server.running.virtualPbx.activeCalls();
    expect([rest?.facts.source, rest?.destination]).toEqual(["101", "103"]);
    rest?.hangUp("flow");
  });

  test("an attended transfer joins the side on hold with the side that was asked", async () => {
    const call = await talkingCall("101", "102");
    const asked = await talkingCall("101", "103");
    await act(call, "hold");
    expect((await act(call, "transfer", { targetCallId: asked })).status).toBe(204);
    const [rest] = server.running.virtualPbx.activeCalls();
    expect([rest?.facts.source, rest?.destination]).toEqual(["102", "103"]);
    rest?.hangUp("flow");
  });

  test.each([
    ["nobody's call", "none", "hold", {}, 502, "pbx-call-not-found"],
    ["no target", "none", "transfer", {}, 400, "bad-request"],
    ["a target that cannot be dialled", "none", "transfer", { target: "a b" }, 400, "bad-request"],
  ])("%s is refused with a sentence", async (_what, call, action, body, status, code) => {
    const reply = await act(call, action, body);
    expect(reply).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/^The .+/) } } });
  });

  test("a busy number is told as what it is", async () => {
    const call = await talkingCall();
    expect((await act(call, "transfer", { target: "199" })).body.error).toMatchObject({ code: "pbx-not-reached" });
    await act(call, "hang-up");
  });
});

test("all of it needs a login", async () => {
  for (const path of ["extensions", "contacts", "history", "active-calls"])
    expect((await fetch(`${server.url}/api/pbx/${path}`)).status).toBe(401);
});
