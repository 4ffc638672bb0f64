import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openDatabase, prepareDatabase } from "../../server/src/store/database.ts";
import type { Engine } from "../../server/src/store/engines/engine.ts";
import { ask, dropSchemas, urlOfSchema, whyUnreachable } from "./postgres.ts";

/** Why suites do not run on PostgreSQL here; in CI they always do. */
export const postgresMissing = process.env["CI"] === "true" ? undefined : await whyUnreachable();

/** The suite on SQLite and on PostgreSQL, each time on an empty database with its tables. */
export function onEachEngine(suite: (engine: () => Engine, kind: Engine["kind"]) => void): void {
  describe("on SQLite", () => {
    let engine: Engine;
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "ozflow-"));
      engine = await open(undefined, folder);
    });
    afterAll(async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    });
    suite(() => engine, "sqlite");
  });

  describe.skipIf(postgresMissing !== undefined)("on PostgreSQL", () => {
    let engine: Engine;
    const schema = `ozflow_suite_${process.pid}_${Math.random().toString(36).slice(2)}`;
    beforeAll(async () => {
      await ask(`create schema ${schema}`);
      engine = await open(urlOfSchema(schema), "");
    });
    afterAll(async () => {
      await engine.close();
      await dropSchemas(schema);
    });
    suite(() => engine, "postgres");
  });
}

async function open(url: string | undefined, folder: string): Promise<Engine> {
  const engine = await openDatabase({ url, folder, onLostConnection: () => {} });
  await prepareDatabase(engine);
  return engine;
}
