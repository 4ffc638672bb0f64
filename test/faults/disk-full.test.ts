import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { onSqlite } from "../support/postgres.ts";
import { startProgram } from "../support/server-program.ts";
import { signedIn } from "../support/signed-in.ts";
import { notify } from "../support/stranger.ts";
import { expectNothingLost, patience, startCallers, tell } from "./callers.ts";

const admin = { email: "admin@ozflow.local", password: "a password for tests" };

/** No file of the process may grow beyond that: as full as a disk can be made without a disk of one's own. */
const limit = (pid: number | undefined, bytes: number | "unlimited") =>
  execFileSync("prlimit", [`--pid=${pid}`, `--fsize=${bytes}:unlimited`]);

test("no room for the database: callers hear an apology, nothing answered is lost, and all goes on when there is room", {
  timeout: patience,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-full-"));
  const environment = { DATA_DIR: folder, ...onSqlite, ADMIN_PASSWORD: admin.password, MAX_LAG_MS: "60000" };
  const program = await startProgram(environment);
  try {
    const somebody = await signedIn(program.url, admin);
    const { callbackUrl } = await somebody.publish(pinCheck);
    const callers = startCallers({ entry: () => callbackUrl });
    await expect.poll(() => callers.answered(), { timeout: 20_000 }).toBeGreaterThan(30);
    limit(program.child.pid, 200_000);
    const isFull = async () => /sorry/.test((await notify(callbackUrl, { CallerId: "full" })).spoken[0] ?? "");
    await expect.poll(isFull, { timeout: 20_000 }).toBe(true);
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
    const stopped = callers.answered();
    limit(program.child.pid, "unlimited");
    await expect.poll(() => callers.answered(), { timeout: 20_000 }).toBeGreaterThan(stopped + 30);
    const ledger = await callers.stop();
    expect(ledger.apologies).toBeGreaterThan(0);
    expect(ledger.repeated).toBe(0);
    tell("disk full", await expectNothingLost(somebody, ledger));
  } finally {
    program.child.kill("SIGKILL");
    await program.ended;
    await rm(folder, { recursive: true });
  }
});
