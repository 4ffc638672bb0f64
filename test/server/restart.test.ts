import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { signIn } from "../support/signed-in.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer } from "../support/test-server.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a call goes on where it was when the server was started again, and logins stay", async () => {
  const before = await startTestServer({ DATA_DIR: folder });
  const { callbackUrl } = await before.publish(pinCheck);
  const cookie = await signIn(before.url, { email: "admin@ozflow.local", password: "a password for tests" });
  const first = await notify(callbackUrl, {});
  await before.stop();

  const after = await startTestServer({ DATA_DIR: folder });
  const address = first.address("UserInput", "ForwardToUrl").replace(before.url, after.url);
  expect((await notify(address, { DtmfDigits: "1234" })).spoken[0]).toBe("Welcome to the bank.");
  expect((await fetch(`${after.url}/api/session`, { headers: { cookie } })).status).toBe(200);
  expect(after.running.adminPassword).toBeUndefined();
  await after.stop();
});
