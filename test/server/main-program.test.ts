import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseOf } from "../support/postgres.ts";
import { signIn } from "../support/signed-in.ts";

const launcher = fileURLToPath(new URL("../../server/bin/ozflow-server.js", import.meta.url));

let folder = "";
let database = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-"));
  database = await databaseOf(folder);
});
afterAll(() => rm(folder, { recursive: true }));

function start(environment: Readonly<Record<string, string>>) {
  const free = { PORT: "0", VIRTUAL_PBX_PORT: "0", DATA_DIR: folder, ...database };
  return spawn(process.execPath, [launcher], { env: { PATH: process.env["PATH"], ...free, ...environment } });
}

test("prints its address and the first login, serves, and stops when it is told to", async () => {
  const server = start({});
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let printed = "";
  for await (const piece of server.stdout) {
    printed += piece;
    if (/First login/.test(printed)) break;
  }
  const [, url = ""] = /ready: (http:\S+)/.exec(printed) ?? [];
  const [, email = "", password = ""] = /First login: (\S+) with the password (\S+)/.exec(printed) ?? [];
  expect(await signIn(url, { email, password })).toContain("ozflow.");
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("does not start with a wrong variable, and says which", async () => {
  const server = start({ PORT: "telephone" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  expect(await text(server.stderr)).toBe("PORT must be a port, a whole number from 0 (any free one) to 65535.\n");
  expect(await ended).toBe(1);
});

test("does not start without its database, and says so", async () => {
  const server = start({ DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/none" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  expect(await text(server.stderr)).toBe(
    "The database of DATABASE_URL cannot be reached (connect ECONNREFUSED 127.0.0.1:1). Is it running?\n",
  );
  expect(await ended).toBe(1);
});

test("does not start when a port is taken, and says so", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = String(typeof address === "object" ? address?.port : "");
  const server = start({ VIRTUAL_PBX_PORT: port });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  expect(await text(server.stderr)).toContain(
    `127.0.0.1:${port}). Stop the other program, or choose PORT and VIRTUAL_PBX_PORT.`,
  );
  expect(await ended).toBe(1);
  other.close();
});
