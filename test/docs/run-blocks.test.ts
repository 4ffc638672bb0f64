import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { docPages, fenced, repository } from "../support/doc-pages.ts";
import { databaseOf } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/server-program.ts";

/** Stand in the pages for the reader's own. */
const anyServer = "http://127.0.0.1:8780";
const anyDatabase = "postgresql://ozflow:secret@db.example:5432/ozflow";

/** Milliseconds. A page is some programs, one after the other. */
const patience = 300_000;
const onPostgres = process.env["OZFLOW_TEST_RUN"] !== undefined;

let place = "";
let program: Program;
let environment: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  // As the OzFlow folder looks to a reader; what the commands write stays here.
  place = await mkdtemp(join(tmpdir(), "ozflow-docs-"));
  for (const name of await readdir(repository)) {
    if (!name.startsWith(".") && name !== "data") await symlink(join(repository, name), join(place, name));
  }
  const data = join(place, "data");
  environment = { DATA_DIR: data, ...(await databaseOf(data)) };
  program = await startProgram({ DATA_DIR: data });
});
afterAll(async () => {
  program.child.kill("SIGTERM");
  await program.ended;
  await rm(place, { recursive: true });
});

async function run(block: string): Promise<{ readonly exitCode: number; readonly said: string }> {
  const { DATABASE_URL: empty = anyDatabase } = await databaseOf(join(place, "an empty one"));
  const command = block.replaceAll(anyServer, program.url).replaceAll(anyDatabase, empty);
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...environment };
  return await new Promise((resolve) => {
    execFile("bash", ["-euo", "pipefail", "-c", command], { cwd: place, env }, (error, stdout, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), said: `$ ${command}\n${stdout}${stderr}` }),
    );
  });
}

/** Pages with commands. Blocks that name a PostgreSQL need one; only pages that have such are run with it again. */
const runnable = docPages
  .map((page) => ({ path: page.path, blocks: fenced(page, "sh") }))
  .filter(({ blocks }) => blocks.some((block) => !onPostgres || block.includes(anyDatabase)))
  .map(({ path, blocks }) => ({ path, blocks: blocks.filter((block) => onPostgres || !block.includes(anyDatabase)) }));

test("pages with commands are found", () => {
  const names = runnable.map(({ path }) => path);
  const all = ["README.md", "docs/backup.md", "docs/connect-your-pbx.md", "docs/operations.md"];
  expect(names).toEqual(onPostgres ? ["docs/backup.md"] : all);
});

describe("every command in", () => {
  test.each(runnable)("$path works as it is written", { timeout: patience }, async ({ blocks }) => {
    for (const block of blocks) {
      const { exitCode, said } = await run(block);
      expect(exitCode, said).toBe(0);
    }
  });
});

test("a command that fails is noticed", async () => {
  expect((await run("npx ozflow check no-such-flow.json\n")).exitCode).toBe(1);
  expect((await run(`curl -fsS ${anyServer}/metrics | grep '^no_such_figure'\n`)).exitCode).toBe(1);
});
