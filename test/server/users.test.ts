import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../support/clocks.ts";
import { addPerson, enter, ownProxy, send } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(ownProxy);
});
afterAll(() => server.stop());

const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe("an administrator", () => {
  test("lets somebody in with a password that is told once", async () => {
    const asked = { email: "Ann@Example.com", name: "Ann", role: "editor" };
    const added = await server.api("POST", "/users", asked);
    expect(added.status).toBe(201);
    expect(added.body.user).toMatchObject({ email: "ann@example.com", role: "editor", active: true });
    expect(await enter(server, { email: "ANN@example.com", password: added.body.password })).toContain("ozflow.");
    expect((await server.api("GET", "/users")).body.users).toHaveLength(2);
    expect((await server.api("POST", "/users", asked)).body.error.code).toBe("conflict");
  });

  test("changes a role, and it counts at once", async () => {
    const person = await addPerson(server, "editor");
    await server.api("PUT", `/users/${person.id}`, { role: "viewer" });
    expect(await statusOf(send(server, "GET", "/api/flows", person.headers))).toBe(401);
    const cookie = await enter(server, person);
    const refused = await send(server, "POST", "/api/flows", { cookie }, { flow: {} });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error: { code: "not-allowed", message: "This needs the role editor, and yours is viewer. Ask an administrator." },
    });
  });

  test("deactivates somebody: session, password and tokens are worth nothing then", async () => {
    const person = await addPerson(server, "publisher");
    const made = await send(server, "POST", "/api/tokens", person.headers, { name: "ci", role: "viewer" });
    const { token } = JSON.parse(await made.text());
    const withToken = { authorization: `Bearer ${token}` };
    expect(await statusOf(send(server, "GET", "/api/flows", withToken))).toBe(200);
    await server.api("PUT", `/users/${person.id}`, { active: false });
    expect(await statusOf(send(server, "GET", "/api/flows", withToken))).toBe(401);
    expect(await statusOf(send(server, "GET", "/api/flows", person.headers))).toBe(401);
    const { email, password } = person;
    expect(await statusOf(send(server, "POST", "/api/session", {}, { email, password }))).toBe(403);
  });

  test("gives a new password to somebody who forgot theirs", async () => {
    const person = await addPerson(server, "viewer");
    const { password } = (await server.api("POST", `/users/${person.id}/password`)).body;
    expect(await statusOf(send(server, "GET", "/api/flows", person.headers))).toBe(401);
    expect(await enter(server, person)).toBe("");
    expect(await enter(server, { email: person.email, password })).not.toBe("");
  });

  test("removes somebody, and nothing of them but what they did", async () => {
    const person = await addPerson(server, "publisher");
    const made = await send(server, "POST", "/api/tokens", person.headers, { name: "gone", role: "viewer" });
    const withToken = { authorization: `Bearer ${JSON.parse(await made.text()).token}` };
    expect((await server.api("DELETE", `/users/${person.id}`)).body.email).toBe(person.email);
    expect(await statusOf(send(server, "GET", "/api/flows", withToken))).toBe(401);
    expect(await statusOf(send(server, "GET", "/api/flows", person.headers))).toBe(401);
    expect(await enter(server, person)).toBe("");
    const { entries } = (await server.api("GET", `/audit?who=${encodeURIComponent(person.email)}`)).body;
    expect(entries.map((one: { action: string }) => one.action)).toContain("token-made");
    expect((await server.api("DELETE", `/users/${person.id}`)).status).toBe(404);
    const again = { email: person.email, name: "Again", role: "viewer" };
    expect((await server.api("POST", "/users", again)).status).toBe(201);
  });

  test("cannot lock everybody out", async () => {
    const { users } = (await server.api("GET", "/users")).body;
    const me = users.find((one: { role: string }) => one.role === "admin");
    expect((await server.api("PUT", `/users/${me.id}`, { role: "viewer" })).body.error.code).toBe("last-admin");
    expect((await server.api("PUT", `/users/${me.id}`, { active: false })).body.error.code).toBe("last-admin");
    expect((await server.api("DELETE", `/users/${me.id}`)).body.error.code).toBe("last-admin");
  });
});

describe("everybody", () => {
  test("changes their own password, which signs out everywhere else", async () => {
    const person = await addPerson(server, "viewer");
    const elsewhere = { cookie: await enter(server, person) };
    const wrong = { current: "not this one", next: "a longer password" };
    expect(await statusOf(send(server, "PUT", "/api/session/password", person.headers, wrong))).toBe(401);
    const right = { current: person.password, next: "a longer password" };
    const changed = await send(server, "PUT", "/api/session/password", person.headers, right);
    expect(changed.status).toBe(204);
    expect(changed.headers.getSetCookie().join()).toContain("ozflow.session_token");
    expect(await statusOf(send(server, "GET", "/api/flows", elsewhere))).toBe(401);
    expect(await enter(server, { email: person.email, password: "a longer password" })).not.toBe("");
  });

  test("signs out on every device", async () => {
    const person = await addPerson(server, "viewer");
    const elsewhere = { cookie: await enter(server, person) };
    expect(await statusOf(send(server, "DELETE", "/api/sessions", person.headers))).toBe(204);
    expect(await statusOf(send(server, "GET", "/api/flows", elsewhere))).toBe(401);
  });

  test("makes no token with more rights than their own, and sees nobody else's", async () => {
    const person = await addPerson(server, "editor");
    const asked = { name: "too much", role: "publisher" };
    expect(await statusOf(send(server, "POST", "/api/tokens", person.headers, asked))).toBe(403);
    await send(server, "POST", "/api/tokens", person.headers, { name: "mine", role: "viewer" });
    const other = await addPerson(server, "editor");
    const { tokens } = JSON.parse(await (await send(server, "GET", "/api/tokens", other.headers)).text());
    expect(tokens).toEqual([]);
    const theirs = (await server.api("GET", "/tokens")).body.tokens.find(
      (one: { name: string }) => one.name === "mine",
    );
    expect(await statusOf(send(server, "DELETE", `/api/tokens/${theirs.id}`, other.headers))).toBe(404);
  });
});

describe("an API token", () => {
  test("works within its role until it is revoked, and is never told again", async () => {
    const { body } = await server.api("POST", "/tokens", { name: "deploy", role: "editor", days: 30 });
    const headers = { authorization: `Bearer ${body.token}` };
    expect(await statusOf(send(server, "GET", "/api/flows", headers))).toBe(200);
    expect(await statusOf(send(server, "GET", "/api/users", headers))).toBe(403);
    const { tokens } = (await server.api("GET", "/tokens")).body;
    expect(JSON.stringify(tokens)).not.toContain(body.token);
    expect(tokens[0]).toMatchObject({ name: "deploy", owner: "admin@ozflow.local", usedAt: expect.any(String) });
    await server.api("DELETE", `/tokens/${body.id}`);
    expect(await statusOf(send(server, "GET", "/api/flows", headers))).toBe(401);
  });

  test("cannot make tokens, users or passwords", async () => {
    const { token } = (await server.api("POST", "/tokens", { name: "greedy", role: "admin" })).body;
    const headers = { authorization: `Bearer ${token}` };
    for (const [method, path, body] of [
      ["POST", "/api/tokens", { name: "child", role: "viewer" }],
      ["POST", "/api/users", { email: "x@example.com", name: "X", role: "admin" }],
      ["PUT", "/api/session/password", { current: "a", next: "bbbbbbbbbb" }],
    ] as const) {
      expect(await statusOf(send(server, method, path, headers, body)), path).toBe(403);
    }
  });

  test("ends on its day", async () => {
    const clock = new ManualClock();
    const own = await startTestServer({}, { clock });
    const { token } = (await own.api("POST", "/tokens", { name: "short", role: "viewer", days: 1 })).body;
    const headers = { authorization: `Bearer ${token}` };
    expect(await statusOf(send(own, "GET", "/api/flows", headers))).toBe(200);
    await clock.pass(25 * 3600);
    expect(await statusOf(send(own, "GET", "/api/flows", headers))).toBe(401);
    await own.stop();
  });
});

describe("behind a proxy of our own", () => {
  test.each([
    ["127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    ["127.0.0.1, 198.51.100.0/24", "203.0.113.9, 198.51.100.7", "203.0.113.9"],
    ["", "203.0.113.9", "127.0.0.1"],
  ])("TRUST_PROXY=%s and X-Forwarded-For %s: %s", async (trusted, forwarded, address) => {
    const own = await startTestServer({ TRUST_PROXY: trusted });
    await send(own, "POST", "/api/session", { "x-forwarded-for": forwarded }, { email: "a@b.c", password: "wrong" });
    expect((await own.api("GET", "/audit?limit=1")).body.entries[0].address).toBe(address);
    await own.stop();
  });
});

describe("cookies behind https", () => {
  test("are for https only", async () => {
    const own = await startTestServer({ PUBLIC_URL: "https://ivr.example.com" });
    const login = { email: "admin@ozflow.local", password: "a password for tests" };
    const [cookie] = (await send(own, "POST", "/api/session", {}, login)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-ozflow\.session_token=.+; HttpOnly; Secure; SameSite=Lax/);
    await own.stop();
  });
});
