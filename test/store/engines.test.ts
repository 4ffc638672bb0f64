import { describe, expect, test } from "vitest";
import { prepareDatabase } from "../../server/src/store/database.ts";
import { createStore } from "../../server/src/store/store.ts";
import { onEachEngine, postgresMissing } from "../support/each-engine.ts";
import { postgresUrl, whyUnreachable } from "../support/postgres.ts";

test.skipIf(postgresMissing !== undefined)(
  `PostgreSQL is at ${postgresUrl}, so that suites run on it too`,
  async () => {
    expect(await whyUnreachable()).toBeUndefined();
  },
);

const draft = { name: "Flow", file: "{}", stepCount: 1, updatedAt: "2030-01-01T00:00:00.000Z" };

describe("a database", () => {
  onEachEngine((engine, kind) => {
    test("says what it is, and preparing it again changes nothing", async () => {
      expect(engine().kind).toBe(kind);
      await prepareDatabase(engine());
    });

    test("gives each of the flows that are published at the same time a revision", async () => {
      const { flows, revisions } = createStore(engine().db);
      await flows.insert({ id: "flow", key: "key", ...draft });
      const frozen = { file: "{}", program: "{}", message: "", publishedAt: draft.updatedAt };
      const published = await Promise.all(Array.from({ length: 8 }, () => revisions.publish("flow", 1, frozen)));
      expect(published.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect((await flows.find("flow"))?.publishedRevision).toBe(8);
    });

    test("keeps any text, and looks for any", async () => {
      const { flows } = createStore(engine().db);
      await flows.insert({ id: "odd", key: "odd", ...draft, name: "a\0b 😀 \uD800" });
      expect((await flows.find("odd"))?.name).toMatch(/^a.b 😀 .$/u);
      expect(await flows.find("o\0dd")).toBeUndefined();
    });

    if (kind !== "postgres") return;
    test("lets work that only one server may do be done by one after the other", async () => {
      const doing: string[] = [];
      const work = (name: string) =>
        engine().alone("tidy up", async () => {
          doing.push(`${name} begins`);
          await createStore(engine().db).flows.list();
          doing.push(`${name} ends`);
        });
      await Promise.all([work("one"), work("other")]);
      expect(doing).toHaveLength(4);
      expect([doing[1], doing[3]]).toEqual([doing[0], doing[2]].map((begun) => begun?.replace("begins", "ends")));
    });
  });
});
