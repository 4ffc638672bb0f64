import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { startProgram } from "../support/server-program.ts";
import { signedIn } from "../support/signed-in.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

/** More of them in `npm run test:deep`. */
const kills = Number(process.env["OZFLOW_KILLS"] ?? 6);
const admin = { email: "admin@ozflow.local", password: "a password for tests" };

/** Where the server comes back after each kill, because it stands in the addresses that callers have. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

test(
  `${kills} times kill -9 at random moments under load: nothing that was answered is lost, and every caller goes on`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "ozflow-kill-"));
    const start = () => startProgram(environment);
    const environment = {
      DATA_DIR: folder,
      PORT: await freePort(),
      ADMIN_PASSWORD: admin.password,
      MAX_LAG_MS: "60000",
    };
    let program = await start();
    try {
      const { callbackUrl } = await (await signedIn(program.url, admin)).publish(pinCheck);
      const callers = startCallers({ entry: () => callbackUrl });
      let answeredAfterLast = 0;
      for (let n = 0; n < kills; n += 1) {
        // Not before it has answered most of the callers since its last start: it is to be killed while it works.
        const before = callers.answered();
        await expect.poll(() => callers.answered(), { timeout: patience, interval: 5 }).toBeGreaterThan(before + 12);
        await sleep(Math.random() * 400);
        program.child.kill("SIGKILL");
        await program.ended;
        answeredAfterLast = callers.answered();
        program = await start();
      }
      await expect.poll(() => callers.answered(), { timeout: patience }).toBeGreaterThan(answeredAfterLast + 20);
      const ledger = await callers.stop();
      expect(ledger.apologies).toBe(0);
      expect(ledger.repeated).toBeGreaterThanOrEqual(kills);
      tell(`${kills} kills`, await expectNothingLost(await signedIn(program.url, admin), ledger));
    } finally {
      program.child.kill("SIGKILL");
      await program.ended;
      await rm(folder, { recursive: true });
    }
  },
  patience * kills,
);
