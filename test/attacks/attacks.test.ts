import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "../../server/src/auth/roles.ts";
import { greeting } from "../support/call-flows.ts";
import { addPerson, ownProxy, type Person, send } from "../support/people.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { otherSites, roleMatrix, writingRoutes } from "./tried.ts";

let server: TestServer;
const people = new Map<Role, Person>();
let admin: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  server = await startTestServer(ownProxy);
  for (const role of roles) people.set(role, await addPerson(server, role));
  admin = people.get("admin")?.headers ?? {};
});
afterAll(() => server.stop());

/** What an attack may not change. */
const traces = async () => ({
  flows: (await server.api("GET", "/flows")).body,
  users: (await server.api("GET", "/users")).body,
  calls: (await server.api("GET", "/calls")).body,
  secrets: (await server.api("GET", "/secrets")).body,
  guard: (await server.api("GET", "/guard")).body,
});
const pathOf = (path: string) => `/api${path.replaceAll(/:\w+/g, "none")}`;
const codeOf = async (answer: Response) => (JSON.parse(await answer.text()) as { error: { code: string } }).error.code;

describe("every route × every role that is too small", () => {
  test.each(roleMatrix)("%s as %s", async (_name, role, { method, path }) => {
    const answer = await send(
      server,
      method,
      pathOf(path),
      people.get(role)?.headers,
      method === "GET" ? undefined : {},
    );
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("not-allowed");
  });
});

describe("every writing route, asked by another site with the administrator's cookie", () => {
  test("changes nothing", async () => {
    const before = await traces();
    for (const [name, { method, path }] of writingRoutes) {
      for (const from of otherSites) {
        const answer = await send(server, method, pathOf(path), { ...admin, ...from }, {});
        expect([answer.status, await codeOf(answer)], name).toEqual([403, "other-origin"]);
      }
    }
    expect(await traces()).toEqual(before);
  });
});

describe("guessed credentials", () => {
  test.each([
    ["a made-up cookie", { cookie: "ozflow.session_token=guess" }],
    ["a cookie with a made-up signature", { cookie: "ozflow.session_token=abc.def%3D" }],
    ["two cookies", { cookie: "ozflow.session_token=a; ozflow.session_token=b" }],
    ["SQL in a cookie", { cookie: "ozflow.session_token=' OR '1'='1" }],
    ["a token of zeros", { authorization: `Bearer ozflow_${"0".repeat(43)}` }],
    ["a short token", { authorization: "Bearer ozflow_1" }],
    ["a password as a header", { authorization: `Basic ${Buffer.from("admin:admin").toString("base64")}` }],
    ["a wrong token beside a header of a proxy", { authorization: "Bearer x", "x-forwarded-for": "127.0.0.1" }],
  ])("%s is nobody", async (_what, headers) => {
    expect((await send(server, "GET", "/api/flows", headers)).status).toBe(401);
  });

  test("our own header about the address is not believed", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const from = { "x-forwarded-for": "203.0.113.77", "x-ozflow-address": `10.9.9.${n}` };
      const guess = { email: "admin@ozflow.local", password: `guess ${n}` };
      statuses.push((await send(server, "POST", "/api/session", from, guess)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("requests that are not what they should be", () => {
  const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
  const cases: readonly [string, string, string, unknown, number][] = [
    ["no JSON", "POST", "/api/flows", "{", 400],
    [
      "a name nobody asked for",
      "POST",
      "/api/users",
      { email: "a@b.cd", name: "A", role: "viewer", active: true },
      400,
    ],
    ["a role that does not exist", "POST", "/api/users", { email: "a@b.cd", name: "A", role: "root" }, 400],
    [
      "an address with a line break",
      "POST",
      "/api/users",
      { email: "a@b.cd\r\nBcc: x", name: "A", role: "viewer" },
      400,
    ],
    [
      "a prototype",
      "POST",
      "/api/users",
      '{"__proto__":{"role":"admin"},"email":"a@b.cd","name":"A","role":"viewer"}',
      400,
    ],
    ["a prototype in a flow", "POST", "/api/flows", '{"flow":{"__proto__":{"name":"x"}}}', 422],
    ["a constructor in a flow", "POST", "/api/flows", '{"flow":{"constructor":{"prototype":{"polluted":1}}}}', 422],
    ["a flow that nests without end", "POST", "/api/flows", `{"flow":${deep}}`, 422],
    ["a list for an object", "PUT", "/api/guard", [], 400],
    ["a pattern that is a regular expression", "PUT", "/api/guard", { ...guard(), denied: ["(a+)+$"] }, 400],
    ["a pattern of a thousand stars", "PUT", "/api/guard", { ...guard(), denied: ["*".repeat(1000)] }, 400],
    ["a network that is none", "PUT", "/api/guard", { ...guard(), sources: ["10.0.0.0/99"] }, 400],
    ["a limit below nothing", "PUT", "/api/guard", { ...guard(), perHour: -1 }, 400],
    ["a secret whose name is a path", "PUT", "/api/secrets/..%2f..%2fetc", { value: "x" }, 400],
    ["a token for ever and a day", "POST", "/api/tokens", { name: "x", role: "viewer", days: 1e9 }, 400],
    ["a page that is no number", "GET", "/api/pbx/history?rows=1e9", undefined, 400],
    ["SQL in a query", "GET", "/api/audit?action=' OR 1=1--", undefined, 400],
    ["a flow that is a path", "GET", "/api/flows/..%2f..%2fetc%2fpasswd", undefined, 404],
    ["an id as long as a book", "GET", `/api/flows/${"x".repeat(5000)}`, undefined, 400],
  ];

  test.each(cases)("%s", async (_what, method, path, body, status) => {
    const before = await traces();
    const answer = await send(server, method, path, admin, body);
    expect(answer.status).toBe(status);
    expect(await traces()).toEqual(before);
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test("a body larger than its route may take is not read to its end", async () => {
    const answer = await send(server, "PUT", "/api/guard", admin, { big: "x".repeat(200_000) });
    expect([answer.status, await codeOf(answer)]).toEqual([413, "too-large"]);
  });

  test("a body in pieces that grows past the cap is cut off too", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${server.url}/api/guard`, { method: "PUT", headers: { ...admin } }, (answer) => {
        resolve(answer.statusCode);
        asked.destroy();
      });
      asked.on("error", reject);
      for (let n = 0; n < 20; n += 1) asked.write("x".repeat(10_000));
    });
    expect(status).toBe(413);
  });
});

describe("paths that lead out", () => {
  test.each([
    "/..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2fpackage.json",
    "/api/docs/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
  ])("%s", async (path) => {
    const answer = await fetch(`${server.url}${path}`, { headers: admin });
    const text = await answer.text();
    expect(text).not.toContain("root:");
    expect(text).not.toContain('"dependencies"');
  });
});

describe("what a caller controls", () => {
  const evil = [
    "<Hangup/>",
    '"><BlindTransfer>+979',
    "]]><Response/>",
    "$secret",
    "\r\nSet-Cookie: a=b",
    "\u0000\u0008",
    "&xxe;",
  ];

  test.each(evil)("%j as number, id and key makes neither markup nor a header", async (text) => {
    const { callbackUrl } = await server.publish(greeting);
    const plain = await notify(callbackUrl, { CallId: "plain", CallerId: "101" });
    const answer = await notify(callbackUrl, { CallId: text, CallerId: text, Dialed: text, DtmfDigits: text });
    expect(answer.commands).toEqual(plain.commands);
    const response = await fetch(`${callbackUrl}?CallerId=${encodeURIComponent(text)}`);
    expect(response.headers.get("set-cookie")).toBeNull();
  });
});

function guard() {
  return { sources: [], allowed: [], denied: [], concurrent: null, perHour: null };
}
