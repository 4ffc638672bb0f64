import { afterAll, beforeAll, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  const drawn = flow({ steps: { in: "incoming-call", end: "hang-up" }, edges: ["in > end"] });
  id = (await server.api("POST", "/flows", { flow: drawn })).body.id;
});
afterAll(() => server.stop());

const named = (name: string) => ({ name, call: { caller: "1" }, expect: { ends: "hung-up" } });
const file = (...names: readonly string[]) => ({ formatVersion: 1, tests: names.map(named) });

test("a flow has no tests until some are kept, and then has those", async () => {
  expect(await server.api("GET", `/flows/${id}/tests`)).toMatchObject({
    status: 200,
    body: { version: 0, tests: file() },
  });
  const saved = await server.api("PUT", `/flows/${id}/tests`, { version: 0, tests: file("a", "b") });
  expect(saved).toMatchObject({ status: 200, body: { version: 1, tests: file("a", "b") } });
  expect((await server.api("GET", `/flows/${id}/tests`)).body).toEqual(saved.body);
  expect(await server.api("PUT", `/flows/${id}/tests`, { version: 1, tests: file("b") })).toMatchObject({
    body: { version: 2, tests: file("b") },
  });
});

test("of two who change them at the same time, the second is told what is kept now", async () => {
  const answers = await Promise.all(
    ["x", "y"].map((name) => server.api("PUT", `/flows/${id}/tests`, { version: 2, tests: file(name) })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [kept, refused] = answers[0]?.status === 200 ? answers : [...answers].reverse();
  expect(refused?.body.error).toMatchObject({ code: "conflict", current: { version: 3, tests: kept?.body.tests } });
  const late = await server.api("PUT", `/flows/${id}/tests`, { version: 0, tests: file("z") });
  expect(late.status).toBe(409);
});

test("what is no file of tests is refused, and so is a flow that is not there", async () => {
  const odd = { formatVersion: 1, tests: [{ ...named("x"), call: { caller: "dance" } }] };
  expect((await server.api("PUT", `/flows/${id}/tests`, { version: 3, tests: odd })).status).toBe(400);
  expect((await server.api("GET", "/flows/nowhere/tests")).status).toBe(404);
  expect((await server.api("PUT", "/flows/nowhere/tests", { version: 0, tests: file() })).status).toBe(404);
});
