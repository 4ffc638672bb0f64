import { expect, test } from "vitest";
import { greeting } from "../support/call-flows.ts";
import { largeFlow } from "../support/large-flow.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer } from "../support/test-server.ts";
import { patience, tell } from "./callers.ts";

const steps = 1000;

/** What else the machine does is not what is tried here. */
const patientServer = { MAX_LAG_MS: "60000", CALLBACK_SECONDS: "60" };

test(`a flow of ${steps} steps is published, and callbacks are answered meanwhile`, { timeout: patience }, async () => {
  const server = await startTestServer(patientServer);
  const { callbackUrl } = await server.publish(greeting);
  const { body } = await server.api("POST", "/flows", { flow: largeFlow(steps) });
  const publishing = server.api("POST", `/flows/${body.id}/publish`, { version: 1 });
  tell("published meanwhile", await answeredMeanwhile(callbackUrl, publishing));

  const { status, body: published } = await publishing;
  expect(status).toBe(200);
  expect((await notify(published.callbackUrl, {})).spoken[0]).toContain("press 1");
  await server.stop();
});

test("a flow as large as any is saved, and callbacks are answered meanwhile", { timeout: patience }, async () => {
  const server = await startTestServer(patientServer);
  const { callbackUrl } = await server.publish(greeting);
  const { body } = await server.api("POST", "/flows", { flow: greeting });
  const flow = largeFlow(10_000);
  const saving = server.api("PUT", `/flows/${body.id}`, { flow, version: 1 });
  tell("saved meanwhile", await answeredMeanwhile(callbackUrl, saving));
  expect(await saving).toMatchObject({ status: 200, body: { version: 2 } });
  expect((await server.api("GET", `/flows/${body.id}`)).body.flow.steps).toHaveLength(flow.steps.length);

  const faulty = { ...flow, steps: flow.steps.map((step, index) => (index === 9 ? { ...step, data: 1 } : step)) };
  const refused = await server.api("PUT", `/flows/${body.id}`, { flow: faulty, version: 2 });
  expect([refused.status, refused.body.error.code]).toEqual([422, "invalid-flow"]);
  expect(refused.body.error.message).toMatch(/^This is not a flow: /);
  await server.stop();
});

/** Calls, one after the other, until the work is done. */
async function answeredMeanwhile(callbackUrl: string, work: Promise<unknown>) {
  let isDone = false;
  const began = performance.now();
  const done = work.finally(() => {
    isDone = true;
  });
  const waits: number[] = [];
  while (!isDone) {
    const asked = performance.now();
    expect((await notify(callbackUrl, {})).spoken).toEqual(["Hello."]);
    waits.push(performance.now() - asked);
  }
  await done;
  const [longestMs, tookMs] = [Math.max(...waits), performance.now() - began];
  // Were it done where callbacks are answered, one of them would have waited nearly as long.
  expect(longestMs).toBeLessThan(tookMs / 2);
  return { callbacks: waits.length, longestMs, tookMs };
}

test("what is wrong with a large flow is told as with any other", { timeout: patience }, async () => {
  const server = await startTestServer();
  const flow = largeFlow(300);
  const steps = flow.steps.filter(({ type }) => type !== "incoming-call");
  const edges = flow.edges.filter(({ from }) => steps.some(({ id }) => id === from));
  const { body } = await server.api("POST", "/flows", { flow: { ...flow, steps, edges } });
  const refused = await server.api("POST", `/flows/${body.id}/publish`, { version: 1 });
  expect([refused.status, refused.body.error.code]).toEqual([422, "flow-has-errors"]);
  expect(refused.body.error.diagnostics[0]).toMatchObject({ severity: "error", message: expect.any(String) });
  await server.stop();
});
