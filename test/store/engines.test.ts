import { stat } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { prepareDatabase } from "../../server/src/store/database.ts";
import { DatabaseError, type Engine } from "../../server/src/store/engines/engine.ts";
import { createStore } from "../../server/src/store/store.ts";
import { onEachEngine, postgresMissing } from "../support/each-engine.ts";
import { postgresUrl, whyUnreachable } from "../support/postgres.ts";

test.skipIf(postgresMissing !== undefined)(
  `PostgreSQL is at ${postgresUrl}, so that suites run on it too`,
  async () => {
    expect(await whyUnreachable()).toBeUndefined();
  },
);

/** What the test writes of a table; the store's own types stay inside it. */
type Named = { flows: { id: string; name: string } };

type Missing = { no_such_table: { name: string } };

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

    test("does several queries together, or nothing when one of them changes too little", async () => {
      const { flows } = createStore(engine());
      const rename = (id: string, name: string) =>
        engine().db.withTables<Named>().updateTable("flows").set({ name }).where("id", "=", id).compile();
      await flows.insert({ id: "together", key: "together", ...draft });
      const nobody = { query: rename("nobody", "Nobody"), atLeast: 1 };
      expect(await engine().together([{ query: rename("together", "One") }, nobody])).toBe(false);
      expect((await flows.find("together"))?.name).toBe("Flow");
      expect(
        await engine().together([
          { query: rename("together", "One"), atLeast: 1 },
          { ...nobody, atLeast: 0 },
        ]),
      ).toBe(true);
      expect((await flows.find("together"))?.name).toBe("One");
      const faulty = {
        query: engine().db.withTables<Missing>().updateTable("no_such_table").set({ name: "" }).compile(),
      };
      await expect(engine().together([{ query: rename("together", "Two") }, faulty])).rejects.toThrow("no_such_table");
      expect((await flows.find("together"))?.name).toBe("One");
    });

    test("hands over once what stands in a query several times, for that query only", async () => {
      const db = engine().db.withTables<Named>();
      const [one, other] = ["one", "other"].map((name) => Buffer.from(name) as unknown as string) as [string, string];
      const ask = (names: string[]) => db.selectFrom("flows").select("id").where("name", "in", names).compile();
      const shared = ask([one, other, one, "text", "text", one]);
      expect(shared.parameters).toEqual([one, other, "text", "text"]);
      const sign = kind === "sqlite" ? "?" : "$";
      const places = [1, 2, 1, 3, 4, 1].map((place) => `${sign}${place}`);
      expect(shared.sql).toContain(`(${places.join(", ")})`);
      expect(ask([other, one]).parameters).toEqual([other, one]);
    });

    test("keeps from others what is not committed, and from its place in a line nobody", async () => {
      const { flows } = createStore(engine());
      await flows.insert({ id: "in turn", key: "in turn", ...draft });
      const rename = (db: Engine["db"], name: string) =>
        db.withTables<Named>().updateTable("flows").set({ name }).where("id", "=", "in turn");
      const given = engine()
        .db.transaction()
        .execute(async (trx) => {
          await rename(trx, "half").execute();
          await stat(".");
          await rename(trx, "whole").execute();
          throw new Error("thought better of it");
        });
      const behind = engine().together([{ query: rename(engine().db, "behind").compile(), atLeast: 1 }]);
      await expect(given).rejects.toThrow("thought better of it");
      expect(await behind).toBe(true);
      expect((await flows.find("in turn"))?.name).toBe("behind");
    });

    if (kind === "sqlite") {
      test("lets the process go on while it works", async () => {
        let turns = 0;
        let isDone = false;
        const counting = engine()
          .db.withRecursive("n(i)", (db) =>
            db
              .selectNoFrom((one) => one.lit(1).as("i"))
              .unionAll(
                db
                  .selectFrom("n")
                  .select((one) => one("i", "+", 1).as("i"))
                  .where("i", "<", 1_000_000),
              ),
          )
          .selectFrom("n")
          .select((one) => one.fn.max("i").as("last"));
        const work = counting.executeTakeFirst().finally(() => {
          isDone = true;
        });
        for (; !isDone; turns += 1) await new Promise(setImmediate);
        expect(await work).toEqual({ last: 1_000_000 });
        expect(turns).toBeGreaterThan(50);
      });

      test("says of a fault what it is, with SQLite's name for it, and goes on", async () => {
        const { flows } = createStore(engine());
        await flows.insert({ id: "twice", key: "twice", ...draft });
        await expect(flows.insert({ id: "twice", key: "twice", ...draft })).rejects.toMatchObject({
          message: expect.stringContaining("UNIQUE"),
          code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
        });
        expect(await flows.find("twice")).toBeDefined();
      });

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
