import { type Flow, readFlowFile, writeFlow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askingFlow } from "../support/asking-flow.ts";
import { frontDesk, greeting, pinCheck } from "../support/call-flows.ts";
import { flow } from "../support/flow-builder.ts";
import { notify, received } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { startWebServer, tellJson, type WebServer } from "../support/web-server.ts";
import {
  endlessConditions,
  fraudNumbers,
  guessedSessions,
  guessedTurns,
  namesOut,
  notSounds,
  packedBodies,
  pathsOut,
  slowPatterns,
} from "./tried.ts";

let server: TestServer;
let web: WebServer;
beforeAll(async () => {
  web = await startWebServer((_asked, response) => tellJson(response, { name: "Ann" }));
  server = await startTestServer({ HTTP_ALLOW: "127.0.0.1" });
});
afterAll(async () => {
  await server.stop();
  await web.stop();
});

const calls = async () => (await server.api("GET", "/calls")).body.calls as { id: string; state: string }[];
const prompts = async () => (await server.api("GET", "/prompts")).body.prompts;

/** Milliseconds. A server that answers within this is not kept from its callers, even on a slow machine. */
const quickly = 5000;

describe("compressed bodies are not unpacked", () => {
  test.each(packedBodies)("%s, sent to the API", async (_what, encoding, body) => {
    const before = await prompts();
    const headers = { "content-encoding": encoding };
    const nobody = await fetch(`${server.url}/api/prompts?name=x`, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
    });
    expect(nobody.status).toBe(401);
    const answer = await server.send("POST", "/prompts?name=x", body, { "content-encoding": encoding });
    expect([answer.status, answer.body.error.code]).toEqual([415, "packed-body"]);
    expect(await prompts()).toEqual(before);
  });

  test.each(packedBodies)("%s, sent to a callback address: an apology, and no call", async (_what, encoding, body) => {
    const { callbackUrl } = await server.publish(pinCheck);
    const before = await calls();
    const headers = { "content-encoding": encoding, "content-type": "application/x-www-form-urlencoded" };
    const sent = await fetch(callbackUrl, { method: "POST", headers, body: new Uint8Array(body) });
    expect((await received(sent)).spoken[0]).toMatch(/sorry/);
    expect(await calls()).toEqual(before);
  });
});

describe("patterns that never come to an end", () => {
  const deciding = (when: string): Flow =>
    flow({
      steps: {
        in: "incoming-call",
        odd: ["condition", { cases: [{ name: "yes", when }] }],
        yes: ["say", { say: "It is so." }],
        no: ["say", { say: "It is not." }],
        end: "hang-up",
      },
      edges: ["in > odd.yes > yes > end", "odd.otherwise > no > end"],
    });

  test.each(slowPatterns)("%s is matched while the caller waits", async (pattern, caller) => {
    const { callbackUrl } = await server.publish(deciding(`call.caller.matches(${JSON.stringify(pattern)})`));
    const before = performance.now();
    expect((await notify(callbackUrl, { CallerId: caller })).spoken).toEqual(["It is not."]);
    expect(performance.now() - before).toBeLessThan(quickly);
  });

  test.each(endlessConditions.map((when) => [when.slice(0, 40), when]))("%s… is not published", async (_, when) => {
    const { body } = await server.api("POST", "/flows", { flow: deciding(when) });
    const before = performance.now();
    const answer = await server.api("POST", `/flows/${body.id}/publish`, { version: 1 });
    expect([answer.status, answer.body.error.code]).toEqual([422, "flow-has-errors"]);
    expect(performance.now() - before).toBeLessThan(quickly);
  });
});

describe("calls to expensive numbers", () => {
  test.each(fraudNumbers)("%j is not called", async (number) => {
    const { id } = await server.publish(pinCheck);
    const before = await calls();
    const answer = await server.api("POST", `/flows/${id}/calls`, { number });
    expect([answer.status, answer.body.error.code]).toEqual([403, "number-not-allowed"]);
    expect(await calls()).toEqual(before);
  });

  test.each(fraudNumbers)("no call is transferred to %j", async (target) => {
    const answer = await server.api("POST", "/pbx/active-calls/any/transfer", { target, party: "callee" });
    expect(["number-not-allowed", "bad-request"]).toContain(answer.body.error.code);
  });
});

describe("files", () => {
  test.each(notSounds)("%s is not kept as a sound", async (_what, bytes) => {
    const before = await prompts();
    const answer = await server.send("POST", "/prompts?name=x", bytes);
    expect([answer.status, answer.body.error.code]).toEqual([422, "not-audio"]);
    expect(await prompts()).toEqual(before);
  });

  test.each(pathsOut)("%s leads nowhere", async (path) => {
    const answer = await fetch(`${server.url}${path}`);
    // Under /api nobody is told what there is before signing in.
    expect(answer.status).toBe(path.startsWith("/api/") ? 401 : 404);
    expect(await answer.text()).not.toMatch(/"(?:name|dependencies)"|root:/);
  });

  test.each(namesOut)("a step whose id is %j is not stored, so no document is called that", async (id) => {
    const said = { ...greeting, steps: greeting.steps.map((step) => (step.id === "hello" ? { ...step, id } : step)) };
    const edges = JSON.parse(JSON.stringify(greeting.edges).replaceAll('"hello"', JSON.stringify(id)));
    const file = { ...said, edges };
    const before = (await server.api("GET", "/flows")).body.flows.length;
    const answer = await server.api("POST", "/flows", { flow: file });
    expect([answer.status, answer.body.error.code]).toEqual([422, "invalid-flow"]);
    expect((await server.api("GET", "/flows")).body.flows.length).toBe(before);
    expect("flow" in readFlowFile(writeFlow(file))).toBe(false);
  });
});

describe("addresses of calls that somebody guesses", () => {
  let entry = "";
  let next = "";
  let calling = "";
  beforeAll(async () => {
    const desk = await server.publish(frontDesk);
    entry = desk.callbackUrl;
    next = (await notify(entry, { CallId: "known", CallerId: "100" })).address("UserInput", "ForwardToUrl");
    calling = (await calls())[0]?.id ?? "";
  });

  const steps = async () => (await server.api("GET", `/calls/${calling}`)).body.callbacks.length;

  test.each(guessedSessions)("with the session %j", async (guess) => {
    const before = [await calls(), await steps()];
    const url = new URL(next);
    url.search = String(new URLSearchParams(guess));
    expect((await notify(String(url), { DtmfDigits: "4" })).spoken[0]).toMatch(/sorry/);
    expect([await calls(), await steps()]).toEqual(before);
  });

  test.each(guessedTurns)("at the turn %j", async (turn) => {
    const before = await steps();
    const url = new URL(next);
    url.searchParams.set("t", turn);
    expect((await notify(String(url), { DtmfDigits: "4" })).spoken[0]).toMatch(/sorry/);
    expect(await steps()).toBe(before);
  });

  test("under the address of another flow", async () => {
    const other = await server.publish(greeting);
    const before = await steps();
    const url = next.replace(new URL(entry).pathname, new URL(other.callbackUrl).pathname);
    expect((await notify(url, { DtmfDigits: "4" })).spoken[0]).toMatch(/sorry/);
    expect(await steps()).toBe(before);
  });

  test("and the caller, whose address is right, goes on", async () => {
    expect((await notify(next, { DtmfDigits: "9" })).commands.length).toBeGreaterThan(0);
  });
});

describe("headers through what a caller controls", () => {
  test.each(["x\r\nX-Evil: 1", "x\nX-Evil: 1", "x\0", "\u2028X-Evil: 1"])("%j", async (caller) => {
    const headers = [{ name: "X-Caller", value: "{call.caller}" }];
    const { callbackUrl } = await server.publish(askingFlow(`${web.url}/ask`, { headers }));
    const before = web.asked.length;
    await notify(callbackUrl, { CallerId: caller });
    for (const asked of web.asked.slice(before)) expect(Object.keys(asked.headers)).not.toContain("x-evil");
  });

  test.each(["a b", "<script>", "x".repeat(5000), "é"])(
    "the name of a request, %.10j, is not said back",
    async (name) => {
      const headers = { "x-request-id": Buffer.from(name).toString("latin1") };
      const answer = await fetch(`${server.url}/healthz`, { headers });
      expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{8,255}$/);
    },
  );
});

describe("floods", () => {
  test("from one address are refused, with a word about when to come again", async () => {
    const small = await startTestServer({ API_PER_MINUTE: "60", TRUST_PROXY: "127.0.0.1" });
    const from = (address: string) => fetch(`${small.url}/api/info`, { headers: { "x-forwarded-for": address } });
    const answers = await Promise.all(Array.from({ length: 80 }, () => from("192.0.2.1")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(await refused[0]?.json()).toMatchObject({ error: { code: "too-many-requests" } });
    expect((await from("192.0.2.2")).status).not.toBe(429);
    await small.stop();
  });

  test("of one callback address get the fallback and begin no call; other flows are answered", async () => {
    const small = await startTestServer({ CALLBACKS_PER_SECOND: "5" });
    const flooded = await small.publish(greeting);
    const other = await small.publish({ ...greeting, name: "Other" });
    const flood = Array.from({ length: 60 }, (_, n) => notify(flooded.callbackUrl, { CallId: `f${n}` }));
    const answers = await Promise.all(flood);
    const shed = answers.filter(({ spoken }) => /sorry/.test(spoken[0] ?? "")).length;
    expect(shed).toBeGreaterThan(20);
    expect((await notify(other.callbackUrl, { CallId: "o" })).spoken).toEqual(["Hello."]);
    const stored = (await small.api("GET", "/calls?limit=200")).body.calls.length;
    expect(stored).toBe(60 - shed + 1);
    await small.stop();
  });
});
