import type { Flow } from "@ozflow/compiler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const greeting = (words: string): Flow => ({
  ...flow({ steps: { in: "incoming-call", say: ["say", { say: words }], back: "return" }, edges: ["in > say > back"] }),
  name: "Greeting",
});

const through = (id: string): Flow => ({
  ...flow({
    steps: { in: "incoming-call", greet: ["sub-flow", { flow: id }], bye: ["say", { say: "Bye" }], end: "hang-up" },
    edges: ["in > greet > bye > end"],
  }),
  name: "Caller",
});

async function store(drawn: Flow): Promise<string> {
  const { status, body } = await server.api("POST", "/flows", { flow: drawn });
  expect(status).toBe(201);
  return body.id;
}

const publish = (id: string, version: number) => server.api("POST", `/flows/${id}/publish`, { version });
const heard = async (url: string) => (await notify(url, {})).spoken;

test("a published flow goes on through what it went through then; published again it takes changes over", async () => {
  const inner = await store(greeting("Saved"));
  const outer = await store(through(inner));
  const { callbackUrl } = (await publish(outer, 1)).body;
  expect(await heard(callbackUrl)).toEqual(["Saved", "Bye"]);

  await publish(inner, 1);
  await server.api("PUT", `/flows/${inner}`, { flow: greeting("Changed"), version: 1 });
  expect(await heard(callbackUrl)).toEqual(["Saved", "Bye"]);
  // What is published counts, not what is saved over it.
  await publish(outer, 1);
  expect(await heard(callbackUrl)).toEqual(["Saved", "Bye"]);
  await publish(inner, 2);
  await publish(outer, 1);
  expect(await heard(callbackUrl)).toEqual(["Changed", "Bye"]);

  const { body: revision } = await server.api("GET", `/flows/${outer}/revisions/1`);
  expect(revision.flow.subFlows[inner].steps.map((step: { id: string }) => step.id)).toEqual(["back", "in", "say"]);
});

test("what it goes through is as it was published, with what that went through then", async () => {
  const inner = await store(greeting("Inner"));
  await publish(inner, 1);
  const middle = await store({ ...through(inner), name: "Middle" });
  await publish(middle, 1);
  await server.api("PUT", `/flows/${inner}`, { flow: greeting("Later"), version: 1 });
  await publish(inner, 2);

  const both = flow({
    steps: { in: "incoming-call", own: ["sub-flow", { flow: inner }], theirs: ["sub-flow", { flow: middle }] },
    edges: ["in > own > theirs"],
  });
  const outer = await store({ ...both, name: "Outer" });
  const published = (await publish(outer, 1)).body;
  expect(await heard(published.callbackUrl)).toEqual(["Later", "Inner", "Bye"]);
  const { subFlows } = (await server.api("GET", `/flows/${outer}/revisions/1`)).body.flow;
  expect(JSON.stringify(subFlows[inner])).toContain("Later");
  expect(JSON.stringify(subFlows[middle].subFlows[inner])).toContain("Inner");

  // Published again, the middle one takes the change over, and whoever goes through it then does so too.
  await publish(middle, 1);
  expect(await heard(published.callbackUrl)).toEqual(["Later", "Inner", "Bye"]);
  await publish(outer, 1);
  expect(await heard(published.callbackUrl)).toEqual(["Later", "Later", "Bye"]);
});

test("a call tells the steps inside of it, with their labels", async () => {
  const outer = await store(through(await store(greeting("Hello"))));
  const { callbackUrl } = (await publish(outer, 1)).body;
  await notify(callbackUrl, { CallId: "through-1" });
  const { calls } = (await server.api("GET", `/calls?flow=${outer}`)).body;
  const labels = calls[0].steps.map((step: { label: string }) => step.label);
  expect(labels).toEqual(["The in step", "The greet step", "The say step"]);
});

test("what it keeps secret stays secret in the calls of its callers", async () => {
  const pin: Flow = {
    ...flow({
      steps: {
        in: "incoming-call",
        ask: ["collect-digits", { minDigits: 1, maxDigits: 1, saveTo: "pin" }],
        back: "return",
      },
      edges: ["in > ask.entered > back"],
    }),
    variables: [{ name: "pin", type: "text", secret: true }],
  };
  const outer = await store(through(await store(pin)));
  const { callbackUrl } = (await publish(outer, 1)).body;
  const first = await notify(callbackUrl, { CallId: "secret-1" });
  await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "7" });
  const { calls } = (await server.api("GET", `/calls?flow=${outer}`)).body;
  const { callbacks } = (await server.api("GET", `/calls/${calls[0].id}`)).body;
  expect(callbacks.map((one: { changed: object }) => Object.entries(one.changed))).toContainEqual([
    ["greet_pin", expect.not.stringContaining("7")],
  ]);
});

test("one that is not there, or comes back to itself, cannot be published", async () => {
  const lost = await publish(await store(through("gone")), 1);
  expect(lost).toMatchObject({ status: 422, body: { error: { code: "flow-has-errors" } } });
  expect(lost.body.error.diagnostics).toContainEqual(expect.objectContaining({ code: "sub-flow-missing" }));

  const inner = await store(greeting("Round"));
  const outer = await store(through(inner));
  await server.api("PUT", `/flows/${inner}`, { flow: through(outer), version: 1 });
  const round = await publish(outer, 1);
  expect(round.body.error.diagnostics.map((one: { code: string }) => one.code)).toContain("sub-flow-calls-itself");
});

test("it cannot be deleted while others go through it", async () => {
  const inner = await store(greeting("Hello"));
  const outer = await store(through(inner));
  const refused = await server.api("DELETE", `/flows/${inner}`);
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { code: "in-use", usedBy: [{ id: outer, name: "Caller" }] } },
  });
  expect((await server.api("DELETE", `/flows/${outer}`)).status).toBe(204);
  expect((await server.api("DELETE", `/flows/${inner}`)).status).toBe(204);
});

test("the editor is told what a flow goes through, by ids", async () => {
  const inner = await store(greeting("Hello"));
  const outer = await store(through(inner));
  const { body } = await server.api("GET", `/flows/${outer}/sub-flows`);
  expect(body.revision).toBeNull();
  expect(Object.keys(body.subFlows).sort()).toEqual([inner, outer].sort());
  expect(body.subFlows[inner].name).toBe("Greeting");
  expect((await server.api("GET", "/flows/nowhere/sub-flows")).status).toBe(404);
});
