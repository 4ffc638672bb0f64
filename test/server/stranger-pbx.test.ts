import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frontDesk, greeting, pinCheck } from "../support/call-flows.ts";
import { notify, received } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const incoming = { NotificationName: "IncomingCall", CallId: "H2Wwb", CallerId: "1442", Dialed: "8100" };

describe("a PBX that has only read the manual", () => {
  test("is given the flow's first document when a call comes in", async () => {
    const { callbackUrl } = await server.publish(greeting);
    const first = await notify(callbackUrl, incoming);
    expect(first.spoken).toEqual(["Hello."]);
    expect(first.commands).toEqual(["Speak", "Hangup"]);
  });

  test("follows ForwardToUrl with the digits, wrong ones and right ones", async () => {
    const { callbackUrl } = await server.publish(pinCheck);
    const first = await notify(callbackUrl, incoming);
    expect(first.spoken[0]).toBe("Your PIN for the bank, please.");
    const second = await notify(first.address("UserInput", "ForwardToUrl"), {
      NotificationName: "DtmfEntered",
      DtmfDigits: "9999",
    });
    expect(second.spoken.slice(0, 2)).toEqual(["That is wrong.", "Your PIN for the bank, please."]);
    const third = await notify(second.address("UserInput", "ForwardToUrl"), {
      NotificationName: "DtmfEntered",
      DtmfDigits: "1234",
    });
    expect(third.spoken).toEqual(["Welcome to the bank.", "Goodbye."]);
  });

  test("follows GoTo back to the menu and from there FinishedUrl with the recording", async () => {
    const { callbackUrl } = await server.publish(frontDesk);
    const first = await notify(callbackUrl, incoming);
    const again = await notify(first.address("GoTo", "Url", /\/menu\?/), { NotificationName: "GoTo", CallId: "H2Wwb" });
    expect(again.spoken[0]).toBe("Message, call, again or operator?");
    const recorded = await notify(again.address("Record", "FinishedUrl"), {
      NotificationName: "RecordCompleted",
      RecordURL: "http://pbx.example/r/1.mp3",
    });
    expect(recorded.spoken).toEqual(["Your message is http://pbx.example/r/1.mp3.", "Goodbye."]);
  });

  test("is told what to say to somebody whom the script has called", async () => {
    const { id, callbackUrl } = await server.publish(frontDesk);
    const first = await notify(callbackUrl, { ...incoming, CallId: "parent1" });
    const connected = { NotificationName: "CallConnected", CallId: "child1", CallerId: "3000", Dialed: "102" };
    const placed = await notify(first.address("Call", "Url"), connected);
    expect(placed.spoken).toEqual(["A caller wants you."]);
    const { calls } = (await server.api("GET", `/calls?flow=${id}`)).body;
    expect(calls).toHaveLength(2);
    expect(calls).toContainEqual(expect.objectContaining({ direction: "outgoing", caller: "3000", dialed: "102" }));
    expect(calls).toContainEqual(expect.objectContaining({ direction: "incoming", caller: "1442", dialed: "8100" }));
  });

  test.each([
    ["GET with everything in the query", (url: string) => fetch(`${url}?NotificationName=IncomingCall&CallerID=1442`)],
    [
      "a charset behind the content type",
      (url: string) => post(url, "application/x-www-form-urlencoded; charset=UTF-8", "callerid=1442"),
    ],
    [
      "names in other cases",
      (url: string) => post(url, "application/x-www-form-urlencoded", "NOTIFICATIONNAME=incomingcall&CALLER=1442"),
    ],
    ["a multipart form", (url: string) => fetch(url, { method: "POST", body: multipart({ Source: "1442" }) })],
  ])("may also send %s", async (_what, ask) => {
    const { id, callbackUrl } = await server.publish(greeting);
    expect((await received(await ask(callbackUrl))).spoken).toEqual(["Hello."]);
    const { calls } = (await server.api("GET", `/calls?flow=${id}`)).body;
    expect(calls).toMatchObject([{ direction: "incoming", caller: "1442" }]);
  });

  test("may put parameters of its own into the address of a call it starts itself", async () => {
    const { callbackUrl } = await server.publish(pinCheck);
    const first = await notify(`${callbackUrl}?place=Rome%20%26%20Paris`, { NotificationName: "Callconnected" });
    expect(first.spoken[0]).toBe("Your PIN for Rome & Paris, please.");
  });

  test("stays on the revision its call began with when another one is published", async () => {
    const { id, callbackUrl } = await server.publish(pinCheck);
    const running = await notify(callbackUrl, incoming);
    const changed = { ...pinCheck, steps: pinCheck.steps.map((step) => (step.id === "welcome" ? hi : step)) };
    await server.api("PUT", `/flows/${id}`, { flow: changed, version: 1 });
    await server.api("POST", `/flows/${id}/publish`, { version: 2, message: "shorter" });
    const pin = { NotificationName: "DtmfEntered", DtmfDigits: "1234" };
    expect((await notify(running.address("UserInput", "ForwardToUrl"), pin)).spoken).toEqual([
      "Welcome to the bank.",
      "Goodbye.",
    ]);
    const next = await notify(callbackUrl, { ...incoming, CallId: "another" });
    expect((await notify(next.address("UserInput", "ForwardToUrl"), pin)).spoken).toEqual(["Hi.", "Goodbye."]);
  });
});

const hi = { id: "welcome", type: "say", label: "welcome", data: { say: "Hi." } };

function post(url: string, type: string, body: string): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "Content-Type": type }, body });
}

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
