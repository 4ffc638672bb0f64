import type { Flow } from "@ozflow/compiler";
import { expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { startTestServer } from "../support/test-server.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

const revisions = 8;

/** Says at its beginning and at its end which revision it is. */
const numbered = (revision: number): Flow => ({
  ...pinCheck,
  steps: pinCheck.steps.map((step) => {
    if (step.id === "ask") return { ...step, data: { ...step.data, prompt: { say: `Revision ${revision}.` } } };
    return step.id === "welcome" ? { ...step, data: { say: `Still ${revision}.` } } : step;
  }),
});

test("publishing in the middle of calls: each call stays what it was, and the next one is new", {
  timeout: patience,
}, async () => {
  const server = await startTestServer();
  const { id, callbackUrl } = await server.publish(numbered(1));
  const heard = new Map<string, number>();
  const callers = startCallers({
    entry: () => callbackUrl,
    listen([first = "", , last = ""]) {
      const [, revision = "none"] = /^Revision (\d+)\.$/.exec(first) ?? [];
      expect(last).toBe(`Still ${revision}.`);
      heard.set(revision, (heard.get(revision) ?? 0) + 1);
    },
  });
  for (let revision = 2; revision <= revisions; revision += 1) {
    const before = callers.answered();
    await expect.poll(() => callers.answered(), { timeout: 20_000, interval: 5 }).toBeGreaterThan(before + 40);
    const { version } = (await server.api("GET", `/flows/${id}`)).body;
    const saved = await server.api("PUT", `/flows/${id}`, { version, flow: numbered(revision) });
    const published = await server.api("POST", `/flows/${id}/publish`, { version: saved.body.version });
    expect(published.status).toBe(200);
  }
  const before = callers.answered();
  await expect.poll(() => callers.answered(), { timeout: 20_000 }).toBeGreaterThan(before + 40);
  const ledger = await callers.stop();
  expect([...heard.keys()].map(Number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: revisions }, (_, n) => n + 1),
  );
  expect([ledger.apologies, ledger.repeated]).toEqual([0, 0]);
  tell(`${revisions} revisions published under load`, await expectNothingLost(server, ledger));
  await server.stop();
});
