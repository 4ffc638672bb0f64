import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { greeting, pinCheck } from "../support/call-flows.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN: "a token for the tests" });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });

async function figures(): Promise<string> {
  return await (await get("/metrics")).text();
}

describe("health", () => {
  test("/healthz says that the process lives", async () => {
    const answer = await get("/healthz");
    expect([answer.status, await answer.text()]).toEqual([200, "alive\n"]);
  });

  test("/readyz tells what the server leans on", async () => {
    const answer = await get("/readyz");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, stopping: false, database: true, pbx: "reachable" });
  });

  test("a phone system that is away is told and changes nothing", async () => {
    const away = { PBX: "ozeki", OZEKI_URL: "http://127.0.0.1:9", PUBLIC_URL: "http://ozflow.example" };
    const lonely = await startTestServer(away);
    const answer = await fetch(`${lonely.url}/readyz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ready: true, pbx: "unreachable" });
    await lonely.stop();
  });
});

describe("/metrics", () => {
  test("counts callbacks by what became of them, and calls that are open", async () => {
    await notify((await server.publish(greeting)).callbackUrl, {});
    await notify((await server.publish(pinCheck)).callbackUrl, {});
    await notify(`${server.url}/c/nobody-knows-this-key`, {});
    const text = await figures();
    expect(text).toContain('ozflow_callbacks_total{outcome="answered"} 2');
    expect(text).toContain('ozflow_callbacks_total{outcome="fallback"} 1');
    expect(text).toContain('ozflow_fallbacks_total{reason="refused"} 1');
    expect(text).toContain("ozflow_callback_seconds_count 3");
    expect(text).toContain('ozflow_calls_open{state="active"} 2');
    expect(text).toContain("ozflow_database_up 1");
    expect(text).toMatch(/ozflow_event_loop_lag_seconds [\d.]+/);
  });

  test("counts what the phone system refused, by kind", async () => {
    await server.api("POST", "/pbx/active-calls/nobody/hang-up");
    expect(await figures()).toContain('ozflow_pbx_errors_total{kind="call-not-found"} 1');
  });

  test("is for this computer, or for whoever has the token", async () => {
    const proxied = { "X-Forwarded-For": "192.0.2.1" };
    expect((await get("/metrics", proxied)).status).toBe(403);
    expect((await get("/metrics", { ...proxied, Authorization: "Bearer something else" })).status).toBe(403);
    expect((await get("/metrics", { ...proxied, Authorization: "Bearer a token for the tests" })).status).toBe(200);
  });

  test("is closed to addresses that are not listed", async () => {
    const closed = await startTestServer({ METRICS_FROM: "192.0.2.0/24" });
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(403);
    await closed.stop();
  });
});

test("a request has a name, its own or the one that a proxy gave it", async () => {
  expect((await get("/healthz")).headers.get("X-Request-Id")).toMatch(/^[\w-]{8,}$/);
  expect((await get("/healthz", { "X-Request-Id": "from-the-proxy" })).headers.get("X-Request-Id")).toBe(
    "from-the-proxy",
  );
});
