import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { greeting, pinCheck } from "../support/call-flows.ts";
import { postgresMissing } from "../support/each-engine.ts";
import { ask, dropSchemas, urlOfSchema } from "../support/postgres.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/** Several servers behind a load balancer that sends each request to any of them. */
describe.skipIf(postgresMissing !== undefined)("servers on one PostgreSQL", () => {
  const schema = `ozflow_several_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const environment = { DATABASE_URL: urlOfSchema(schema), OZFLOW_KEY: "the same key on all servers" };
  let servers: readonly TestServer[] = [];
  beforeAll(async () => {
    await ask(`create schema ${schema}`);
    // All at once, on a database that is still empty.
    servers = await Promise.all([1, 2, 3].map(() => startTestServer(environment)));
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await dropSchemas(schema);
  });

  /** An address as it leads to one of them. */
  const on = (at: number, address: string) => {
    const to = servers[at % servers.length]?.url ?? "";
    return servers.reduce((moved, { url }) => moved.replace(url, to), address);
  };

  test("make one first login between them", async () => {
    const { body } = await (servers[0] as TestServer).api("GET", "/users");
    expect(body.users).toHaveLength(1);
  });

  test("see at once what another one has published", async () => {
    const [one, other] = servers as [TestServer, TestServer];
    const { id, callbackUrl } = await one.publish(greeting);
    expect((await notify(on(1, callbackUrl), {})).spoken).toEqual(["Hello."]);
    for (const round of [1, 2, 3, 4, 5]) {
      const words = `Round ${round}.`;
      const steps = greeting.steps.map((step) => (step.id === "hello" ? { ...step, data: { say: words } } : step));
      const by = round % 2 === 0 ? one : other;
      const { version } = (await by.api("GET", `/flows/${id}`)).body;
      const saved = await by.api("PUT", `/flows/${id}`, { version, flow: { ...greeting, steps } });
      expect((await by.api("POST", `/flows/${id}/publish`, { version: saved.body.version })).status).toBe(200);
      for (const at of [0, 1, 2]) expect((await notify(on(at, callbackUrl), {})).spoken).toEqual([words]);
    }
  });

  test("answer one call in turns", async () => {
    const { callbackUrl } = await (servers[0] as TestServer).publish(pinCheck);
    const first = await notify(on(0, callbackUrl), {});
    const second = await notify(on(1, first.address("UserInput", "ForwardToUrl")), { DtmfDigits: "9999" });
    const third = await notify(on(2, second.address("UserInput", "ForwardToUrl")), { DtmfDigits: "1234" });
    expect(third.spoken[0]).toBe("Welcome to the bank.");
  });

  test("answer a callback again that another one has answered, though they remember the turn before", async () => {
    const { callbackUrl } = await (servers[0] as TestServer).publish(pinCheck);
    const address = (await notify(on(0, callbackUrl), {})).address("UserInput", "ForwardToUrl");
    const elsewhere = await notify(on(1, address), { DtmfDigits: "9999" });
    const again = await notify(on(0, address), { DtmfDigits: "9999" });
    expect(on(0, again.xml)).toBe(on(0, elsewhere.xml));
    const third = await notify(on(0, again.address("UserInput", "ForwardToUrl")), { DtmfDigits: "1234" });
    expect(third.spoken[0]).toBe("Welcome to the bank.");
  });

  test("begin one call when its first callback comes to all of them at the same time", async () => {
    const [one] = servers as [TestServer];
    const { id, callbackUrl } = await one.publish(pinCheck);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => fetch(on(at, callbackUrl), post({ CallId: "same" })).then(textOf)),
    );
    const callIds = new Set(answers.map((xml) => /[?&;]s=([\w-]{22})/.exec(xml)?.[1]));
    expect([...callIds]).toEqual([expect.any(String)]);
    expect((await one.api("GET", `/calls?flow=${id}`)).body.calls).toHaveLength(1);
  });

  test("apply a callback once that comes to all of them at the same time, and answer each alike", async () => {
    const [one] = servers as [TestServer];
    const { id, callbackUrl } = await one.publish(pinCheck);
    const address = (await notify(callbackUrl, {})).address("UserInput", "ForwardToUrl");
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => fetch(on(at, address), post({ DtmfDigits: "1234" })).then(textOf)),
    );
    // Each server names itself in addresses; but for that they are one answer.
    expect(new Set(answers.map((xml) => on(0, xml))).size).toBe(1);
    expect(answers[0]).toContain("Welcome to the bank.");
    const { calls } = (await one.api("GET", `/calls?flow=${id}`)).body;
    expect((await one.api("GET", `/calls/${calls[0].id}`)).body.callbacks).toHaveLength(2);
  });
});

function post(form: Readonly<Record<string, string>>): RequestInit {
  return { method: "POST", body: new URLSearchParams(form) };
}

function textOf(response: Response): Promise<string> {
  return response.text();
}
