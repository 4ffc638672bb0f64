import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askingFlow } from "../support/asking-flow.ts";
import { flow } from "../support/flow-builder.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { startWebServer, tellJson, type WebServer } from "../support/web-server.ts";

let server: TestServer;
let web: WebServer;
beforeAll(async () => {
  web = await startWebServer(({ path }, response) => {
    const [, what = ""] = path.split(/[/?]/);
    if (/^\d+$/.test(what)) return tellJson(response, {}, Number(what));
    if (what === "moved") return response.writeHead(302, { location: "/customer" }).end();
    return tellJson(response, { name: "Ann" });
  });
  server = await startTestServer({ HTTP_ALLOW: "127.0.0.1" });
});
afterAll(async () => {
  await server.stop();
  await web.stop();
});

async function heard(path: string, data: Readonly<Record<string, unknown>> = {}) {
  const { callbackUrl } = await server.publish(askingFlow(`${web.url}${path}`, data));
  return (await notify(callbackUrl, { CallerID: "101 & co" })).spoken;
}

test("a caller hears what a web server said of them", async () => {
  expect(await heard("/customer/{call.caller}")).toEqual(["2xx Ann"]);
  expect(web.asked.at(-1)).toMatchObject({ method: "GET", path: "/customer/101%20%26%20co" });
});

test.each([
  ["/404", "4xx"],
  ["/503", "5xx"],
  ["/304", "none"],
  ["/moved", "2xx Ann"],
])("%s is followed to where it leads", async (path, way) => {
  expect(await heard(path)).toEqual([way]);
});

test("a method with a body sends it once, as JSON", async () => {
  const before = web.asked.length;
  const data = { method: "POST", bodyKind: "json", json: '{ "who": "{call.caller}" }' };
  expect(await heard("/ticket", data)).toEqual(["2xx Ann"]);
  const sent = web.asked.slice(before);
  expect(sent).toMatchObject([{ method: "POST", body: '{"who":"101 & co"}' }]);
  expect(sent[0]?.headers["content-type"]).toBe("application/json");
});

describe("a secret", () => {
  const data = { headers: [{ name: "Authorization", secret: "crm-token" }] };

  test("that the server does not have sends nothing", async () => {
    const before = web.asked.length;
    expect(await heard("/customer", data)).toEqual(["none"]);
    expect(web.asked.length).toBe(before);
  });

  test("stands in the header of the request, and in no flow", async () => {
    await server.api("PUT", "/secrets/crm-token", { value: "Bearer 1234" });
    expect(await heard("/customer", data)).toEqual(["2xx Ann"]);
    expect(web.asked.at(-1)?.headers["authorization"]).toBe("Bearer 1234");
  });
});

test("several requests one behind the other are made in one callback, each with what the one before brought", async () => {
  const chain = flow({
    steps: {
      in: "incoming-call",
      first: ["http-request", { url: `${web.url}/first`, fields: [{ path: "name", variable: "name" }] }],
      second: ["http-request", { url: `${web.url}/second/{name}` }],
      end: "hang-up",
    },
    variables: { name: "text" },
    edges: ["in > first.success > second.success > end", "first.failure > end", "second.failure > end"],
  });
  const { callbackUrl } = await server.publish(chain);
  await notify(callbackUrl, {});
  expect(web.asked.slice(-2).map((one) => one.path)).toEqual(["/first", "/second/Ann"]);
});
