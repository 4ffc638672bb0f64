import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { makePostgres, postgresPrograms } from "../support/own-postgres.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer } from "../support/test-server.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

/** Milliseconds that it is away each time. */
const awayMs = 700;
const missing = postgresPrograms === undefined && process.env["CI"] !== "true";

describe.skipIf(missing)("PostgreSQL stopped and started under load", () => {
  test("callers hear an apology meanwhile; what was answered is kept, and whoever asks again goes on", {
    timeout: patience,
  }, async () => {
    const postgres = await makePostgres();
    const server = await startTestServer({ DATABASE_URL: postgres.url, OZFLOW_KEY: "a key for the tests" });
    try {
      const { callbackUrl } = await server.publish(pinCheck);
      const callers = startCallers({ entry: () => callbackUrl });
      const ways = ["fast", "immediate", "immediate"] as const;
      for (const how of ways) {
        const before = callers.answered();
        await expect.poll(() => callers.answered(), { timeout: 20_000, interval: 10 }).toBeGreaterThan(before + 30);
        postgres.stop(how);
        expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
        expect((await notify(callbackUrl, { CallerId: "meanwhile" })).spoken[0]).toMatch(/sorry/);
        await sleep(awayMs);
        postgres.start();
        await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
      }
      const ledger = await callers.stop();
      expect(ledger.apologies).toBeGreaterThan(0);
      // The server never went away itself.
      expect(ledger.repeated).toBe(0);
      tell(`PostgreSQL stopped ${ways.length} times`, await expectNothingLost(server, ledger));
    } finally {
      await server.stop();
      postgres.stop("immediate");
      postgres.remove();
    }
  });
});
