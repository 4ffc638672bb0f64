import { stat } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { prepareDatabase } from "../../server/src/store/database.ts";
import { DatabaseError } from "../../server/src/store/engines/engine.ts";
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
      const { flows, revisions } = createStore(engine());
      await flows.insert({ id: "flow", key: "key", ...draft });
      const frozen = { file: "{}", program: "{}", message: "", publishedAt: draft.updatedAt, publishedBy: "" };
      const published = await Promise.all(Array.from({ length: 8 }, () => revisions.publish("flow", 1, frozen)));
      expect(published.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect((await flows.find("flow"))?.publishedRevision).toBe(8);
    });

    test("keeps any text, and looks for any", async () => {
      const { flows } = createStore(engine());
      await flows.insert({ id: "odd", key: "odd", ...draft, name: "a\0b 😀 \uD800" });
      expect((await flows.find("odd"))?.name).toMatch(/^a.b 😀 .$/u);
      expect(await flows.find("o\0dd")).toBeUndefined();
    });

    test("that a newer version has changed is left to that one, with a sentence", async () => {
      // As a version that knows nothing but the first step.
      const older = prepareDatabase(engine(), ["0001-flows-and-calls"]);
      await expect(older).rejects.toThrow(DatabaseError);
      await expect(older).rejects.toThrow("A newer version of OzFlow has changed this database (0010-http-requests).");
      await prepareDatabase(engine());
    });

    if (kind === "sqlite") {
      test("lets the process go on while it commits", async () => {
        const { flows } = createStore(engine());
        await flows.insert({ id: "steady", key: "steady", ...draft });
        // Behind it comes what was put off to the end of this turn, then the next turn with what threads have done.
        await stat(".");
        const order: string[] = [];
        const turn = new Promise<void>((resolve) => setImmediate(() => resolve(void order.push("next turn"))));
        const renewed = flows.renewKey("steady", { old: "steady", key: "renewed", oldUntil: "9999" });
        await Promise.all([turn, renewed.then(() => order.push("committed"))]);
        expect(order).toEqual(["next turn", "committed"]);
        const readers = createStore({ ...engine(), db: engine().reading });
        expect((await readers.flows.find("steady"))?.key).toBe("renewed");
      });

      test("writes nothing on the connection that reads", async () => {
        const { flows } = createStore({ ...engine(), db: engine().reading });
        await expect(flows.insert({ id: "wrong way", key: "wrong way", ...draft })).rejects.toThrow(/readonly/);
      });
      return;
    }
    test("lets work that only one server may do be done by one after the other", async () => {
      const doing: string[] = [];
      const work = (name: string) =>
        engine().alone("tidy up", async () => {
          doing.push(`${name} begins`);
          await createStore(engine()).flows.list();
          doing.push(`${name} ends`);
        });
      await Promise.all([work("one"), work("other")]);
      expect(doing).toHaveLength(4);
      expect([doing[1], doing[3]]).toEqual([doing[0], doing[2]].map((begun) => begun?.replace("begins", "ends")));
    });
  });
});
