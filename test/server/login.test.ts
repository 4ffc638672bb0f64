import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWeb } from "../../server/src/app.ts";
import { apiRoutes } from "../../server/src/routes/index.ts";
import { guardedDeps } from "../support/guarded-deps.ts";
import { signIn } from "../support/signed-in.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

describe("without a login", () => {
  const web = createWeb(guardedDeps());
  const closed = Object.values(apiRoutes)
    .filter((route) => route.role !== "anyone")
    .map((route) => `${route.method} /api${route.path}`);

  test("there is something to protect", () => expect(closed.length).toBeGreaterThan(10));

  test.each(closed)("%s answers 401 and touches nothing", async (route) => {
    const [method = "", path = ""] = route.split(" ");
    const response = await web.request(path.replaceAll(/:\w+/g, "x"), { method });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "not-signed-in", message: "Sign in first." } });
  });

  test("an address that does not exist tells nothing either", async () => {
    expect((await web.request("/api/secrets")).status).toBe(401);
  });
});

describe("signing in", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test("tells who one is; signing out forgets it on the server too", async () => {
    const cookie = await signIn(server.url, { email: "admin@ozflow.local", password: "a password for tests" });
    const user = { id: expect.any(String), email: "admin@ozflow.local", name: "Administrator", role: "admin" };
    expect(await (await send("GET", "/api/session", { cookie })).json()).toEqual({ user });
    expect((await send("DELETE", "/api/session", { cookie })).status).toBe(204);
    expect((await send("GET", "/api/session", { cookie })).status).toBe(401);
  });

  test("the cookie is hidden from scripts and from other sites", async () => {
    const right = { email: "admin@ozflow.local", password: "a password for tests" };
    const response = await send("POST", "/api/session", {}, right);
    expect(response.headers.getSetCookie()[0]).toMatch(/^ozflow\..+; HttpOnly; SameSite=Lax/);
  });

  test("a made-up cookie is nobody", async () => {
    expect((await send("GET", "/api/flows", { cookie: "ozflow.session_token=made.up" })).status).toBe(401);
  });

  test.each([
    ["another site, says the browser", { "sec-fetch-site": "cross-site" }],
    ["a neighbour site, says the browser", { "sec-fetch-site": "same-site" }],
    ["another site, says an older browser", { origin: "http://evil.example" }],
    ["nowhere, says an older browser", { origin: "null" }],
  ])("a write from %s is not done", async (_where, headers) => {
    const cookie = await signIn(server.url, { email: "admin@ozflow.local", password: "a password for tests" });
    const response = await send("POST", "/api/flows", { cookie, ...headers }, { flow: {} });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "other-origin" } });
  });

  test("a wrong password is refused, and too many of them for a while", async () => {
    const wrong = { email: "admin@ozflow.local", password: "not the password" };
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await send("POST", "/api/session", {}, wrong)).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("the first start", () => {
  test("makes one login with a password that is told once", async () => {
    const server = await startTestServer({ ADMIN_EMAIL: "boss@example.com", ADMIN_PASSWORD: "" });
    const { adminPassword = "" } = server.running;
    expect(adminPassword.length).toBeGreaterThanOrEqual(20);
    expect(await signIn(server.url, { email: "boss@example.com", password: adminPassword })).toContain("ozflow.");
    await server.stop();
  });
});

describe("many at once", () => {
  test("are each let in as who they are, while people are added", async () => {
    const server = await startTestServer();
    const admin = { email: "admin@ozflow.local", password: "a password for tests" };
    const cookie = await signIn(server.url, admin);
    const send = (method: string, path: string, as: string, body?: unknown) =>
      fetch(`${server.url}/api${path}`, {
        method,
        headers: { "content-type": "application/json", cookie: as },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const addAndEnter = async (at: number) => {
      const email = `many-${at}@example.com`;
      const added = await send("POST", "/users", cookie, { email, name: `Many ${at}`, role: "viewer" });
      const { password } = (await added.json()) as { password: string };
      const own = await signIn(server.url, { email, password });
      const { user } = (await (await send("GET", "/session", own)).json()) as { user: unknown };
      return user;
    };
    const users = await Promise.all(Array.from({ length: 5 }, (_, at) => addAndEnter(at)));
    expect(users).toEqual(users.map((_, at) => expect.objectContaining({ name: `Many ${at}`, role: "viewer" })));
    await server.stop();
  });
});
