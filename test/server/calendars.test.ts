import type { Flow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { always, never, office } from "../support/calendars.ts";
import { flow } from "../support/flow-builder.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function add(name: string, calendar = always): Promise<string> {
  const { status, body } = await server.api("POST", "/calendars", { name, calendar });
  expect(status).toBe(201);
  return body.id;
}

/** Says whether somebody is there, then asks for a key and says it again. */
function asksTwice(calendar: string): Flow {
  const hours = ["business-hours", { calendar }] as const;
  return flow({
    steps: {
      in: "incoming-call",
      out: ["outgoing-call", { number: "102" }],
      first: hours,
      open: ["say", { say: "open" }],
      closed: ["say", { say: "closed" }],
      ask: [
        "collect-digits",
        { prompt: { say: "?" }, attempts: 1, minDigits: 1, maxDigits: 1, accept: 'digits == "1"' },
      ],
      second: hours,
      "still-open": ["say", { say: "still open" }],
      "still-closed": ["say", { say: "still closed" }],
    },
    variables: { digits: "text" },
    edges: [
      "in > first.open > open > ask.entered > second.open > still-open",
      "out > first.closed > closed > ask",
      "second.closed > still-closed",
    ],
  });
}

test("a changed calendar holds for the next call, and not for the one that is on", async () => {
  const id = await add("Support");
  const { callbackUrl } = await server.publish(asksTwice(id));
  const first = await notify(callbackUrl, {});
  expect(first.spoken).toContain("open");

  const changed = await server.api("PUT", `/calendars/${id}`, { name: "Support", version: 1, calendar: never });
  expect(changed).toMatchObject({ status: 200, body: { version: 2, calendar: never } });
  const next = await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1" });
  expect(next.spoken).toEqual(["still open"]);
  expect((await notify(callbackUrl, {})).spoken).toContain("closed");
});

test("a call that we start asks when somebody answers", async () => {
  const id = await add("Sales", never);
  const { id: flowId } = await server.publish(asksTwice(id));
  const { body } = await server.api("POST", `/flows/${flowId}/calls`, {});
  let steps: readonly { readonly id: string }[] = [];
  while (!steps.some((step) => step.id === "closed")) {
    steps = (await server.api("GET", `/calls/${body.id}`)).body.steps;
    expect(steps.map((step) => step.id)).not.toContain("open");
  }
});

test("a flow that asks a calendar nobody knows cannot be published", async () => {
  const { id } = (await server.api("POST", "/flows", { flow: asksTwice("nowhere") })).body;
  const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain("this calendar is not on the server; choose another one.");
});

describe("a calendar", () => {
  test("that a flow asks cannot be deleted, one that none asks can", async () => {
    const [used, unused] = [await add("Used"), await add("Unused", office)];
    await server.publish(asksTwice(used));
    const listed = (await server.api("GET", "/calendars")).body.calendars;
    expect(listed.find((one: { id: string }) => one.id === used)).toMatchObject({ usedBy: [{ name: "Sketch" }] });
    expect(listed.find((one: { id: string }) => one.id === unused)).toMatchObject({ calendar: office, usedBy: [] });

    const refused = await server.api("DELETE", `/calendars/${used}`);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "in-use" } } });
    expect(refused.body.error.message).toBe('"Used" is asked by "Sketch". Choose another one there and publish first.');
    expect((await server.api("DELETE", `/calendars/${unused}`)).status).toBe(204);
    expect((await server.api("DELETE", `/calendars/${unused}`)).status).toBe(404);
  });

  test("that somebody else has changed meanwhile is not overwritten", async () => {
    const id = await add("Shared");
    const change = (version: number) =>
      server.api("PUT", `/calendars/${id}`, { name: "Mine", version, calendar: never });
    expect((await change(1)).status).toBe(200);
    expect(await change(1)).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    expect((await server.api("PUT", "/calendars/none", { name: "Mine", version: 1, calendar: never })).status).toBe(
      404,
    );
  });

  test.each([
    [{ name: "", calendar: always }],
    [{ name: "Odd", calendar: { ...always, timeZone: "Mars" } }],
    [{ name: "Odd", calendar: { ...always, week: {} } }],
    [{ name: "Odd", calendar: { ...always, days: Array(501).fill({}) } }],
  ])("that is none is refused", async (body) => {
    expect((await server.api("POST", "/calendars", body)).status).toBe(400);
  });
});
