import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "../../server/src/deps.ts";
import { frontDesk, greeting, pinCheck } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import { whileListening } from "../support/listening-app.ts";
import { operations } from "../support/operations.ts";
import type { PublishedFlow } from "../support/signed-in.ts";
import { notify, type Received, received } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ APOLOGY: 'Sorry & "goodbye".' });
});
afterAll(() => server.stop());

const pin = (digits: string) => ({ NotificationName: "DtmfEntered", DtmfDigits: digits });

function expectApology(document: Received): void {
  expect(document.spoken).toEqual(['Sorry & "goodbye".']);
  expect(document.commands).toEqual(["Speak", "Hangup"]);
}

async function onlyCall({ id }: PublishedFlow) {
  const { calls } = (await server.api("GET", `/calls?flow=${id}`)).body;
  expect(calls).toHaveLength(1);
  return (await server.api("GET", `/calls/${calls[0].id}`)).body;
}

describe("the caller hears an apology, and the log says why, when", () => {
  test.each([
    ["no flow has the key", "/c/nobody-knows-this-key", "no flow has this callback address"],
    ["the address is cut", "/c/", "no flow has such an address"],
    ["the address is longer than any of ours", "/c/a/1/b/c", "no flow has such an address"],
    ["the key is no text at all", "/c/%ff%00", "no flow has this callback address"],
    ["there is no session", "/c/key/1/in", "the address names no call that is known here"],
    ["the session is unknown", "/c/key/1/in?s=guessed&t=1", "the address names no call that is known here"],
  ])("%s", async (_what, path, reason) => {
    expectApology(await notify(`${server.url}${path}`, {}));
    expect(server.reasons.at(-1)).toContain(reason);
  });

  test("the flow was deleted; a call that runs goes on", async () => {
    const flow = await server.publish(pinCheck);
    const running = await notify(flow.callbackUrl, { CallId: "running" });
    await server.api("DELETE", `/flows/${flow.id}`);
    expectApology(await notify(flow.callbackUrl, { CallId: "new" }));
    expect(server.reasons.at(-1)).toBe('the flow "PIN check" was deleted');
    const next = await notify(running.address("UserInput", "ForwardToUrl"), pin("1234"));
    expect(next.spoken[0]).toBe("Welcome to the bank.");
  });

  test("the notification is a megabyte long", async () => {
    const { callbackUrl } = await server.publish(greeting);
    expectApology(await notify(callbackUrl, { CallId: "x".repeat(1_000_000) }));
    expect(server.reasons.at(-1)).toBe("the request is larger than 65536 bytes");
  });

  test("the method is none that a PBX uses", async () => {
    const { callbackUrl } = await server.publish(greeting);
    expectApology(await received(await fetch(callbackUrl, { method: "PUT", body: "x" })));
  });

  test("the address was changed, and the call says so", async () => {
    const flow = await server.publish(pinCheck);
    const first = await notify(flow.callbackUrl, {});
    const address = first.address("UserInput", "ForwardToUrl");
    expectApology(await notify(address.replace(/\/1\/[^?]+/, "/1/no-such-document"), pin("1234")));
    expect(await onlyCall(flow)).toMatchObject({
      state: "failed",
      reason: 'there is no document "no-such-document" in this revision',
    });
    expectApology(await notify(address.replace("/1/", "/2/"), pin("1234")));
    expectApology(await notify(address.replace("t=1", "t=7"), pin("1234")));
    expectApology(await notify(address.replace(/&t=\d+/, ""), pin("1234")));
    // It was a mistake of somebody else: the call itself goes on.
    expect((await notify(address, pin("1234"))).spoken[0]).toBe("Welcome to the bank.");
    expect(await onlyCall(flow)).toMatchObject({ state: "active", reason: null, endedAt: null });
  });

  test("the session belongs to another flow", async () => {
    const [mine, other] = [await server.publish(pinCheck), await server.publish(pinCheck)];
    const address = (await notify(mine.callbackUrl, {})).address("UserInput", "ForwardToUrl");
    const key = (flow: PublishedFlow) => flow.callbackUrl.split("/").at(-1) ?? "";
    expectApology(await notify(address.replace(key(mine), key(other)), pin("1234")));
    expect(server.reasons.at(-1)).toBe("the call in the address belongs to another flow");
  });
});

describe("time", () => {
  test("a call that was quiet for an hour counts as over, and after a day its addresses lead to the apology", async () => {
    const clock = new ManualClock();
    const other = await startTestServer({ APOLOGY: 'Sorry & "goodbye".' }, { clock });
    const { callbackUrl } = await other.publish(pinCheck);
    const address = (await notify(callbackUrl, {})).address("UserInput", "ForwardToUrl");
    await clock.pass(3601);
    expect((await other.api("GET", "/calls")).body.calls).toMatchObject([
      { state: "ended", reason: "The phone system said nothing more of this call." },
    ]);
    await clock.pass(24 * 3600);
    expectApology(await notify(address, pin("1234")));
    await other.stop();
  });
});

describe("the database", () => {
  test("may fail when a flow is looked for", async () => {
    const broken = () => Promise.reject(new Error("disk full"));
    const reasons: unknown[] = [];
    // Nothing else is used on this way.
    const deps = {
      store: { flows: { findByKey: broken }, sessions: { recall: () => undefined, find: broken } },
      guards: { letsIn: () => true },
      ...operations({ apology: 'Sorry & "goodbye".' }),
      settings: {
        publicUrl: "http://app.example",
        callbackSeconds: 5,
        fallback: { apology: 'Sorry & "goodbye".' },
        editorFolder: "/none",
        trustedProxies: { has: () => false },
      },
      log: { debug: () => {}, error: (_: string, fields: { reason: string }) => reasons.push(fields.reason) },
    } as unknown as Deps;
    await whileListening(deps, async (url) => {
      for (const path of ["/c/key", "/c/key/1/in?s=x&t=1", "/c/key/finished?s=x"]) {
        expectApology(await received(await fetch(`${url}${path}`, { method: "POST" })));
      }
    });
    expect(reasons).toEqual(["disk full", "disk full", "disk full"]);
  });
});

describe("nothing is needed", () => {
  test("a callback without parameters is answered", async () => {
    const flow = await server.publish(greeting);
    expect((await received(await fetch(flow.callbackUrl, { method: "POST" }))).spoken).toEqual(["Hello."]);
    expect(await onlyCall(flow)).toMatchObject({ caller: "", dialed: "", state: "active" });
  });

  test("a body that is no form is passed over", async () => {
    const { callbackUrl } = await server.publish(greeting);
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    expect((await received(await fetch(callbackUrl, { method: "POST", headers, body: "{\0" }))).spoken).toEqual([
      "Hello.",
    ]);
  });
});

describe("a callback that comes again", () => {
  test("gets the same answer and changes nothing", async () => {
    const flow = await server.publish(pinCheck);
    const address = (await notify(flow.callbackUrl, {})).address("UserInput", "ForwardToUrl");
    const answers = [await notify(address, pin("9999")), await notify(address, pin("9999"))];
    expect(answers[1]?.xml).toBe(answers[0]?.xml);
    expect((await onlyCall(flow)).callbacks).toHaveLength(2);
  });

  test("gets the same answer when both come at once", async () => {
    const flow = await server.publish(pinCheck);
    const address = (await notify(flow.callbackUrl, {})).address("UserInput", "ForwardToUrl");
    const answers = await Promise.all(Array.from({ length: 5 }, () => notify(address, pin("9999"))));
    expect(new Set(answers.map((one) => one.xml)).size).toBe(1);
    expect((await onlyCall(flow)).callbacks).toHaveLength(2);
  });

  test.each([
    ["", pinCheck],
    [", also where no session is kept", greeting],
  ])("is the same call when the first one comes again with its CallId%s", async (_, drawn) => {
    const flow = await server.publish(drawn);
    const answers = [
      await notify(flow.callbackUrl, { CallId: "a1" }),
      await notify(flow.callbackUrl, { CallId: "a1" }),
    ];
    expect(answers[1]?.xml).toBe(answers[0]?.xml);
    await onlyCall(flow);
  });

  test("is too old when the call has gone on since", async () => {
    const flow = await server.publish(pinCheck);
    const first = (await notify(flow.callbackUrl, {})).address("UserInput", "ForwardToUrl");
    const second = (await notify(first, pin("1111"))).address("UserInput", "ForwardToUrl");
    await notify(second, pin("2222"));
    expectApology(await notify(first, pin("1111")));
    expect((await onlyCall(flow)).reason).toBe("the address is of turn 1, the call is at turn 3");
  });
});

describe("what is kept of a call", () => {
  test("each callback with its steps and what changed, secrets masked", async () => {
    const flow = await server.publish(pinCheck);
    const first = await notify(flow.callbackUrl, { NotificationName: "IncomingCall" });
    await notify(first.address("UserInput", "ForwardToUrl"), pin("1234"));
    const call = await onlyCall(flow);
    expect(call.callbacks).toMatchObject([
      { notification: "IncomingCall", changed: {} },
      { notification: "DtmfEntered", changed: { pin: "•••" } },
    ]);
    expect(call.steps.map((step: { label: string }) => step.label)).toContain("Ask for the PIN");
    expect(JSON.stringify(call)).not.toContain("1234");
  });

  test("where a recording lies", async () => {
    const flow = await server.publish(frontDesk);
    const first = await notify(flow.callbackUrl, {});
    await notify(first.address("Record", "FinishedUrl"), { RecordURL: "http://pbx.example/1.mp3" });
    expect((await onlyCall(flow)).callbacks[1].changed).toEqual({ message: "http://pbx.example/1.mp3" });
  });
});

describe("a fallback number", () => {
  test("is tried after the apology", async () => {
    const other = await startTestServer({ FALLBACK_NUMBER: "2000" });
    const document = await notify(`${other.url}/c/unknown`, {});
    expect(document.commands).toEqual(["Speak", "BlindTransfer", "Hangup"]);
    expect(document.xml).toContain("<BlindTransfer>2000</BlindTransfer>");
    await other.stop();
  });
});
