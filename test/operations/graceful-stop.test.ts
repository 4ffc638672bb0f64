import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram } from "../support/server-program.ts";

let folder = "";
let program: Program;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-"));
  program = await startProgram({ DATA_DIR: folder, STOP_DELAY_SECONDS: "1", STOP_SECONDS: "5" });
});
afterAll(() => rm(folder, { recursive: true }));

test("SIGTERM: not ready first, then what is under way is answered, then nobody is let in and the process ends well", async () => {
  // A callback whose body has come half when the server is told to stop.
  const agent = new Agent({ keepAlive: true });
  const halfSent = request(`${program.url}/c/some-key`, { method: "POST", agent, headers: { "Content-Length": "8" } });
  halfSent.write("CallId");
  await once(halfSent, "socket");
  await fetch(`${program.url}/healthz`);

  program.child.kill("SIGTERM");
  await expect.poll(async () => (await fetch(`${program.url}/readyz`)).status, { interval: 50 }).toBe(503);
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  await expect
    .poll(
      () =>
        fetch(`${program.url}/healthz`).then(
          () => "let in",
          () => "refused",
        ),
      { interval: 50, timeout: 5000 },
    )
    .toBe("refused");

  const answered = once(halfSent, "response");
  halfSent.end("=x");
  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  expect(await text(response)).toContain("<Speak>");
  expect(await program.ended).toBe(0);
  agent.destroy();
});
