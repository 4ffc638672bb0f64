import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, prepareDatabase } from "../../server/src/store/database.ts";
import type { Engine } from "../../server/src/store/engines/engine.ts";
import { createStore } from "../../server/src/store/store.ts";
import { ask, dropSchemas, postgresUrl, urlOfSchema, whyUnreachable } from "../support/postgres.ts";

const missing = process.env["CI"] === "true" ? undefined : await whyUnreachable();

test.skipIf(missing !== undefined)(`PostgreSQL is at ${postgresUrl}, so that suites run on it too`, async () => {
  expect(await whyUnreachable()).toBeUndefined();
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-"));
});
afterAll(() => rm(folder, { recursive: true }));

const schema = `ozflow_engines_${process.pid}`;
const engines = [
  { kind: "sqlite", place: async () => ({ url: undefined, folder }) },
  {
    kind: "postgres",
    place: async () => {
      await ask(`create schema if not exists ${schema}`);
      return { url: urlOfSchema(schema), folder };
    },
  },
] as const;

describe.each(engines)("on $kind", ({ kind, place }) => {
  describe.skipIf(kind === "postgres" && missing !== undefined)("", () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openDatabase({ ...(await place()), onLostConnection: () => {} });
      await prepareDatabase(engine);
    });
    afterAll(async () => {
      await engine.db.destroy();
      if (kind === "postgres") await dropSchemas(schema);
    });

    test("it says what it is, and preparing it again changes nothing", async () => {
      expect(engine.kind).toBe(kind);
      await prepareDatabase(engine);
    });

    test("flows published at the same time get a revision each", async () => {
      const { flows, revisions } = createStore(engine.db);
      const draft = { name: "Flow", file: "{}", stepCount: 1, updatedAt: "2030-01-01T00:00:00.000Z" };
      await flows.insert({ id: "flow", key: "key", ...draft });
      const frozen = { file: "{}", program: "{}", message: "", publishedAt: draft.updatedAt };
      const published = await Promise.all(Array.from({ length: 8 }, () => revisions.publish("flow", 1, frozen)));
      expect(published.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect((await flows.find("flow"))?.publishedRevision).toBe(8);
    });

    test("any text can be kept and looked for", async () => {
      const { flows } = createStore(engine.db);
      const draft = { name: "a\0b 😀 \uD800", file: "{}", stepCount: 1, updatedAt: "2030-01-01T00:00:00.000Z" };
      await flows.insert({ id: "odd", key: "odd", ...draft });
      expect((await flows.find("odd"))?.name).toMatch(/^a.b 😀 .$/u);
      expect(await flows.find("o\0dd")).toBeUndefined();
    });

    if (kind !== "postgres") return;
    test("work that only one server may do is done by one after the other", async () => {
      const doing: string[] = [];
      const work = (name: string) =>
        engine.alone("tidy up", async () => {
          doing.push(`${name} begins`);
          await createStore(engine.db).flows.list();
          doing.push(`${name} ends`);
        });
      await Promise.all([work("one"), work("other")]);
      expect(doing).toHaveLength(4);
      expect([doing[1], doing[3]]).toEqual([doing[0], doing[2]].map((begun) => begun?.replace("begins", "ends")));
    });
  });
});
