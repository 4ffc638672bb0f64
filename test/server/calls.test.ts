import { parseCallerScript } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { frontDesk, greeting, pinCheck } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import { startRecorder } from "../support/recorder.ts";
import { followEvents } from "../support/server-events.ts";
import type { PublishedFlow } from "../support/signed-in.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, { callees: { "102": script("1234"), "103": script("9999,hangup") } });
});
afterAll(() => server.stop());

function script(source: string) {
  const parsed = parseCallerScript(source);
  if ("fault" in parsed) throw new Error(parsed.fault.message);
  return parsed.script;
}

/** The call of the flow that is like this, as soon as there is one. */
async function callLike(from: TestServer, { id }: PublishedFlow, wanted: Readonly<Record<string, string>>) {
  const call = await vi.waitFor(
    async () => {
      const { calls } = (await from.api("GET", `/calls?flow=${id}`)).body;
      expect(calls).toContainEqual(expect.objectContaining(wanted));
      return calls.find((one: typeof wanted) => Object.entries(wanted).every(([name, value]) => one[name] === value));
    },
    { timeout: 20_000, interval: 5 },
  );
  return (await from.api("GET", `/calls/${call.id}`)).body;
}

describe("an outgoing call", () => {
  test("is dialled by the PBX, led through the flow and listed with its steps", async () => {
    const flow = await server.publish(pinCheck);
    const started = await server.api("POST", `/flows/${flow.id}/calls`, { given: { place: "Rome" } });
    expect(started.status).toBe(201);
    const call = await callLike(server, flow, { state: "ended" });
    expect(call).toMatchObject({
      id: started.body.id,
      flow: flow.id,
      flowName: "PIN check",
      revision: 1,
      direction: "outgoing",
      caller: "3000",
      dialed: "102",
      reason: null,
      callbacks: [{ notification: "CallConnected" }, { notification: "DtmfEntered", changed: { pin: "•••" } }],
    });
    expect(call.steps.map((step: { label: string }) => step.label)).toEqual([
      "We call",
      "Ask for the PIN",
      "welcome",
      "bye",
    ]);
  });

  test("goes where the request says rather than where the flow does", async () => {
    const flow = await server.publish(pinCheck);
    await server.api("POST", `/flows/${flow.id}/calls`, { number: "103", callerId: "4000" });
    expect(await callLike(server, flow, { state: "ended" })).toMatchObject({ caller: "4000", dialed: "103" });
  });

  test("to a busy number fails with the PBX's reason", async () => {
    const flow = await server.publish(pinCheck);
    await server.api("POST", `/flows/${flow.id}/calls`, { number: "199" });
    expect((await callLike(server, flow, { state: "failed" })).reason).toBe(
      "Call connect to '199' failed with result state 'Busy' (code 402)",
    );
  });

  test.each([
    ["of a flow without such an entry", greeting, {}, 422, "no-outgoing-entry"],
    ["with a variable the flow does not have", pinCheck, { given: { colour: "red" } }, 422, "unknown-variable"],
    ["with a value the variable cannot hold", pinCheck, { given: { visits: "many" } }, 422, "wrong-value"],
  ])("%s is refused", async (_what, drawn, request, status, code) => {
    const flow = await server.publish(drawn);
    expect(await server.api("POST", `/flows/${flow.id}/calls`, request)).toMatchObject({
      status,
      body: { error: { code } },
    });
    expect((await server.api("GET", `/calls?flow=${flow.id}`)).body.calls).toEqual([]);
  });

  test("to nobody is refused", async () => {
    const steps = pinCheck.steps.map((step) =>
      step.id === "out" ? { ...step, data: { ...step.data, number: "" } } : step,
    );
    const flow = await server.publish({ ...pinCheck, steps });
    const refused = await server.api("POST", `/flows/${flow.id}/calls`, {});
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "no-number" } } });
  });

  test("of a flow that is not published is refused", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: pinCheck })).body;
    const refused = await server.api("POST", `/flows/${id}/calls`, {});
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "not-published" } } });
  });
});

describe("with a real Ozeki system", () => {
  test("every parameter goes out, and its refusal comes back as a sentence and stays with the call", async () => {
    const pbx = await startRecorder();
    const environment = {
      PBX: "ozeki",
      OZEKI_URL: pbx.url,
      OZEKI_API_EXTENSION: "9000",
      PUBLIC_URL: "https://ivr.example.com/",
    };
    const other = await startTestServer(environment);
    const flow = await other.publish(pinCheck);
    pbx.answer("<Response><Code>401</Code><Message>API extension '9000' unavailable</Message></Response>");
    const refused = await other.api("POST", `/flows/${flow.id}/calls`, { number: "55" });
    expect(refused).toMatchObject({ status: 502, body: { error: { code: "pbx-api-extension-unavailable" } } });
    const commands = pbx.requests.map(({ parameters }) => Object.fromEntries(parameters));
    const sent = commands.find(({ command }) => command === "Call");
    const key = flow.callbackUrl.split("/").at(-1);
    const base = `https://ivr.example.com/c/${key}`;
    expect(sent).toEqual({
      command: "Call",
      Dialed: "55",
      ApiExtension: "9000",
      CallerId: "3000",
      CallerDisplayName: "Front desk",
      Url: expect.stringMatching(new RegExp(`^${base}/1/out\\?s=[\\w-]{22}&t=0$`)),
      ErrorUrl: expect.stringMatching(new RegExp(`^${base}/error\\?s=[\\w-]{22}$`)),
      FinishedUrl: expect.stringMatching(new RegExp(`^${base}/finished\\?s=[\\w-]{22}$`)),
      RingTime: "20",
    });
    expect(await callLike(other, flow, { state: "failed" })).toMatchObject({ reason: refused.body.error.message });
    await other.stop();
    await pbx.stop();
  });
});

describe("trying a call", () => {
  test("with a caller script gives the transcript, again from the start for each who asks", async () => {
    const flow = await server.publish(pinCheck);
    const tried = await server.api("POST", "/try/calls", {
      flowId: flow.id,
      caller: "555",
      script: "9999,1234",
      speed: 0,
    });
    expect(tried.status).toBe(201);
    const events = await followEvents(server, tried.body.id).all();
    expect(events.map((one) => one.event)).toEqual([
      "fetched",
      "answered",
      "listening",
      "heard",
      ...presses(4),
      "fetched",
      "heard",
      "listening",
      "heard",
      ...presses(4),
      "fetched",
      "heard",
      "heard",
      "hung-up",
      "over",
    ]);
    expect(await followEvents(server, tried.body.id).all()).toEqual(events);
    expect(await callLike(server, flow, { state: "ended" })).toMatchObject({
      direction: "incoming",
      caller: "555",
      dialed: "1000",
    });
  });

  test("places the calls that the script places", async () => {
    const flow = await server.publish(frontDesk);
    const tried = await server.api("POST", "/try/calls", { flowId: flow.id, script: "2", speed: 0 });
    const events = await followEvents(server, tried.body.id).all();
    expect(events).toContainEqual(expect.objectContaining({ event: "placed-call", number: "102", answered: true }));
    const placed = await callLike(server, flow, { direction: "outgoing", state: "ended" });
    expect(placed).toMatchObject({ caller: "3000", dialed: "102", steps: [{ id: "for-clerk" }] });
  });

  test("live: keys from the dial pad cut the prompt short, and hanging up ends the call", async () => {
    const stopped = await startTestServer({}, { clock: new ManualClock() });
    const flow = await stopped.publish(frontDesk);
    const { id } = (await stopped.api("POST", "/try/calls", { flowId: flow.id })).body;
    const events = followEvents(stopped, id);
    await events.until("listening");
    expect((await stopped.api("POST", `/try/calls/${id}/keys`, { keys: "3" })).status).toBe(204);
    expect(await events.until("pressed")).toMatchObject({ keys: "3" });
    // The menu again.
    await events.until("listening");
    expect((await stopped.api("DELETE", `/try/calls/${id}`)).status).toBe(204);
    expect(await events.until("hung-up")).toMatchObject({ by: "caller" });
    await events.until("over");
    await callLike(stopped, flow, { state: "ended", direction: "incoming" });
    await stopped.stop();
  });

  test.each([
    ["a script nobody can play", { script: "dance" }, 422, "bad-script"],
    ["a speed for a person", { speed: 0 }, 422, "speed-needs-script"],
    ["no such flow", { flowId: "none" }, 404, "not-found"],
  ])("with %s is refused", async (_what, request, status, code) => {
    const { id } = await server.publish(greeting);
    expect(await server.api("POST", "/try/calls", { flowId: id, ...request })).toMatchObject({
      status,
      body: { error: { code } },
    });
  });

  test("of a flow that is not published is refused", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: greeting })).body;
    expect(await server.api("POST", "/try/calls", { flowId: id })).toMatchObject({
      status: 409,
      body: { error: { code: "not-published" } },
    });
  });
});

function presses(count: number): readonly string[] {
  return Array.from({ length: count }, () => "pressed");
}
