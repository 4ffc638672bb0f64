import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { postgresMissing } from "../support/each-engine.ts";
import { ask, dropSchemas, urlOfSchema } from "../support/postgres.ts";
import { startProgram } from "../support/server-program.ts";
import { signedIn } from "../support/signed-in.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

const admin = { email: "admin@ozflow.local", password: "a password for tests" };

describe.skipIf(postgresMissing !== undefined)("two servers on one PostgreSQL", () => {
  test("one is killed: its callers go on with the other, and nothing is lost or done twice", {
    timeout: patience,
  }, async () => {
    const schema = `ozflow_killed_${process.pid}_${Math.random().toString(36).slice(2)}`;
    await ask(`create schema ${schema}`);
    const folder = await mkdtemp(join(tmpdir(), "ozflow-two-"));
    const environment = {
      DATA_DIR: folder,
      DATABASE_URL: urlOfSchema(schema),
      OZFLOW_KEY: "the same key on both",
      ADMIN_PASSWORD: admin.password,
      MAX_LAG_MS: "60000",
    };
    const [one, other] = await Promise.all([startProgram(environment), startProgram(environment)]);
    try {
      const { callbackUrl } = await (await signedIn(one.url, admin)).publish(pinCheck);
      const servers = [one.url, other.url];
      let turn = 0;
      // As a load balancer: to each in turns, and to the other when one is gone.
      const through = (address: string) => {
        turn += 1;
        const url = new URL(address);
        url.host = new URL(servers[turn % servers.length] ?? "").host;
        return String(url);
      };
      const callers = startCallers({ entry: () => callbackUrl, through });
      await expect.poll(() => callers.answered(), { timeout: 30_000, interval: 5 }).toBeGreaterThan(60);
      one.child.kill("SIGKILL");
      await one.ended;
      servers.shift();
      const before = callers.answered();
      await expect.poll(() => callers.answered(), { timeout: 30_000 }).toBeGreaterThan(before + 60);
      const ledger = await callers.stop();
      expect(ledger.apologies).toBe(0);
      tell("one of two servers killed", await expectNothingLost(await signedIn(other.url, admin), ledger));
    } finally {
      for (const { child, ended } of [one, other]) {
        child.kill("SIGKILL");
        await ended;
      }
      await dropSchemas(schema);
      await rm(folder, { recursive: true });
    }
  });
});
