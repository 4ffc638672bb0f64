import { expect, test } from "vitest";
import { systemClock } from "../../server/src/clock.ts";
import { openGuard } from "../../server/src/guard/guard.ts";
import { createGuards } from "../../server/src/guard/guards.ts";
import { createReadinessCheck } from "../../server/src/operations/readiness.ts";
import { pinCheck } from "../support/call-flows.ts";
import { startTestServer } from "../support/test-server.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

const hourMs = 3_600_000;
/** Hours that the clock is put on or back, one after the other; a call is over after a day. */
const moves = [1, -3, 12, -12, 20, -20, -5];

test("the clock is moved while calls go on: nobody notices", { timeout: patience }, async () => {
  let offsetMs = 0;
  const clock = { ...systemClock, now: () => new Date(Date.now() + offsetMs) };
  const server = await startTestServer({}, { clock });
  const { callbackUrl } = await server.publish(pinCheck);
  const callers = startCallers({ entry: () => callbackUrl });
  for (const hours of moves) {
    const before = callers.answered();
    offsetMs += hours * hourMs;
    await expect.poll(() => callers.answered(), { interval: 10 }).toBeGreaterThan(before + 20);
  }
  const ledger = await callers.stop();
  expect([ledger.apologies, ledger.repeated]).toEqual([0, 0]);
  tell(`clock moved ${moves.length} times`, await expectNothingLost(server, ledger));
  await server.stop();
});

test("what is known for some seconds is not known for a day because the clock went back", {
  timeout: patience,
}, async () => {
  let now = new Date("2030-01-02T00:00:00Z");
  const clock = { ...systemClock, now: () => now };
  let stored = JSON.stringify(openGuard);
  const store = { guards: { findOfFlow: async () => stored } } as unknown as Parameters<typeof createGuards>[0];
  const guards = createGuards(store, clock);
  expect((await guards.ofFlow("a")).perHour).toBeNull();
  let looks = 0;
  const listActiveCalls = async () => {
    looks += 1;
    return [];
  };
  const readiness = createReadinessCheck({ askDatabase: async () => 1, pbx: { listActiveCalls }, now: clock.now });
  await readiness.look();
  now = new Date("2030-01-01T00:00:00Z");
  stored = JSON.stringify({ ...openGuard, perHour: 5 });
  expect((await guards.ofFlow("a")).perHour).toBe(5);
  await readiness.look();
  expect(looks).toBe(2);
});
