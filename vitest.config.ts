import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { whyUnreachable } from "./test/support/postgres.ts";

/** Whatever starts a server must be true on both engines. */
const startsServer = (file: string) => /startTestServer|startProgram|ozflow-server/.test(readFileSync(file, "utf8"));
const serverSuites = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => join("test", path))
  .filter((path) => path.endsWith(".test.ts") && startsServer(path));

// A missing one fails in CI, and elsewhere it is told as a skipped test (test/store/engines.test.ts).
const onPostgres = process.env["CI"] === "true" || (await whyUnreachable()) === undefined;

/** Milliseconds. Only what hangs takes so long, however busy the machine is. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Browser stories run one after the other: two browsers on two cores time out on each other. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"], ...patience } },
      {
        test: {
          name: "postgres",
          include: onPostgres ? serverSuites : [],
          env: { OZFLOW_TEST_RUN: String(process.pid) },
          globalSetup: ["test/support/postgres-run.ts"],
          ...patience,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
