import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askingFlow } from "../support/asking-flow.ts";
import { flow } from "../support/flow-builder.ts";
import { databaseOf } from "../support/postgres.ts";
import { startProgram } from "../support/server-program.ts";
import { signIn } from "../support/signed-in.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { startWebServer, tellJson, type WebServer } from "../support/web-server.ts";

let server: TestServer;
let web: WebServer;
/** Lets the web server answer what it was asked. */
let release: () => void;
let released: Promise<void>;
beforeAll(async () => {
  web = await startWebServer(async (_asked, response) => {
    await released;
    tellJson(response, { name: "Ann" });
  });
  server = await startTestServer({ HTTP_ALLOW: "127.0.0.1" });
});
beforeEach(() => {
  released = new Promise((resolve) => {
    release = resolve;
  });
});
afterAll(async () => {
  release();
  await server.stop();
  await web.stop();
});

const post = {
  method: "POST",
  bodyKind: "json",
  json: '{ "at": "{call.began.getMilliseconds()}" }',
  timeoutSeconds: 15,
};

/** Resolves when the web server has been asked so many times. */
async function askedTimes(count: number) {
  while (web.asked.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("a first callback that comes again meanwhile is one call, and one request", async () => {
  const before = web.asked.length;
  const { id, callbackUrl } = await server.publish(askingFlow(`${web.url}/ticket`, post));
  const form = { CallID: "77", CallerID: "101" };
  const first = notify(callbackUrl, form);
  await askedTimes(before + 1);
  const second = notify(callbackUrl, form);
  release();
  expect((await first).spoken).toEqual(["2xx Ann"]);
  expect((await second).xml).toBe((await first).xml);
  expect(web.asked.length).toBe(before + 1);
  expect((await server.api("GET", `/calls?flow=${id}`)).body.calls).toHaveLength(1);

  const another = await notify(callbackUrl, { ...form, CallID: "78" });
  expect(another.spoken).toEqual(["2xx Ann"]);
  expect(web.asked.length).toBe(before + 2);
});

test("a later callback that comes again meanwhile is answered the same, and asks once", async () => {
  const before = web.asked.length;
  const asking = askingFlow(`${web.url}/ticket`, post);
  const later = {
    ...asking,
    steps: [...asking.steps, { id: "words", type: "say", label: "Words", data: { say: "One moment." } }],
    edges: asking.edges.flatMap((edge) =>
      edge.from === "in"
        ? [
            { ...edge, to: "words" },
            { ...edge, from: "words", to: "ask" },
          ]
        : [edge],
    ),
  };
  const { callbackUrl } = await server.publish(later);
  const address = (await notify(callbackUrl, {})).address("GoTo", "");
  const first = notify(address, {});
  await askedTimes(before + 1);
  const second = notify(address, {});
  release();
  expect((await second).xml).toBe((await first).xml);
  expect(web.asked.length).toBe(before + 1);
});

test("the call tells what was asked, without what is secret", async () => {
  release();
  const asking = askingFlow(`${web.url}/who/{pin}?x={call.caller}`);
  const variables = [...asking.variables, { name: "pin", type: "text", initial: "1234", secret: true } as const];
  const { id, callbackUrl } = await server.publish({ ...asking, variables });
  await notify(callbackUrl, { CallerID: "101" });
  const [{ id: call }] = (await server.api("GET", `/calls?flow=${id}`)).body.calls;
  const [callback] = (await server.api("GET", `/calls/${call}`)).body.callbacks;
  expect(callback.requests).toEqual([
    {
      step: { id: "ask", label: "The ask step" },
      method: "GET",
      url: `${web.url}/who/***?x=101`,
      status: 200,
      ms: expect.any(Number),
    },
  ]);
});

test("after a crash what may be done twice is asked again, and what may not is not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-"));
  const database = await databaseOf(folder);
  const environment = {
    DATA_DIR: folder,
    ...database,
    HTTP_ALLOW: "127.0.0.1",
    ADMIN_PASSWORD: "a password for tests",
  };
  const both = flow({
    steps: {
      in: "incoming-call",
      ticket: ["http-request", { ...post, url: `${web.url}/ticket`, timeoutSeconds: 1 }],
      look: ["http-request", { url: `${web.url}/look`, timeoutSeconds: 1 }],
      unknown: ["say", { say: "unknown" }],
      found: ["say", { say: "found" }],
    },
    edges: ["in > ticket.failure > look.success > found", "ticket.success > unknown", "look.failure > unknown"],
  });
  const before = web.asked.length;
  const crashing = await startProgram(environment);
  const callbackUrl = await publish(crashing.url);
  const form = { CallID: "5" };
  const lost = notify(callbackUrl, form).catch(() => undefined);
  await askedTimes(before + 1);
  crashing.child.kill("SIGKILL");
  await Promise.all([crashing.ended, lost]);
  release();

  const after = await startProgram(environment);
  const { spoken } = await notify(callbackUrl.replace(crashing.url, after.url), form);
  expect(spoken).toEqual(["found"]);
  expect(web.asked.slice(before).map((one) => one.path)).toEqual(["/ticket", "/look"]);
  after.child.kill();
  await after.ended;
  await rm(folder, { recursive: true });

  async function publish(url: string): Promise<string> {
    const cookie = await signIn(url, { email: "admin@ozflow.local", password: "a password for tests" });
    const send = async (path: string, body: unknown) => {
      const headers = { cookie, "content-type": "application/json" };
      const response = await fetch(`${url}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      return (await response.json()) as { readonly id: string; readonly callbackUrl: string };
    };
    const { id } = await send("/flows", { flow: both });
    return (await send(`/flows/${id}/publish`, { version: 1 })).callbackUrl;
  }
});
