import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";
import { whyUnreachable } from "./test/support/postgres.ts";

/** Whatever starts a server must be true on both engines, but for what names its database itself. */
function startsServer(file: string): boolean {
  const text = readFileSync(file, "utf8");
  return /startTestServer|startProgram|ozflow-server/.test(text) && !/onSqlite|DATABASE_URL: (?!"")/.test(text);
}
const serverSuites = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => join("test", path))
  .filter((path) => path.endsWith(".test.ts") && startsServer(path));

// A missing one fails in CI, and elsewhere it is told as a skipped test (test/store/engines.test.ts).
const onPostgres = process.env["CI"] === "true" || (await whyUnreachable()) === undefined;

/** Milliseconds. Only what hangs takes so long, however busy the machine is; deep runs are told to wait for longer. */
const patience = {
  testTimeout: Number(process.env["OZFLOW_PATIENCE"] ?? 60_000),
  hookTimeout: 60_000,
  expect: { poll: { timeout: 50_000 } },
};

/** One process for many files: most of what a file costs is loading the server or the compiler again. */
const together = { isolate: false, ...patience };

/** Browser stories come last, one after the other: on two cores they time out on each other and on all else. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"], ...together } },
      {
        test: {
          name: "postgres",
          include: onPostgres ? serverSuites : [],
          env: { OZFLOW_TEST_RUN: String(process.pid) },
          globalSetup: ["test/support/postgres-run.ts"],
          ...together,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A page shows what was done a moment after it is done.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
