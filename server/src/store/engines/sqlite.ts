import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Dialect,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import Database from "libsql";
import type { Engine } from "./engine.ts";
import { snapshotOfSqlite } from "./snapshot.ts";
import { CommittingDriver } from "./sqlite-driver.ts";
import { withStatementCache } from "./statement-cache.ts";
import { storable } from "./text.ts";

/** Opens (or makes) the database in the folder. One server at a time uses it. */
export async function openSqlite(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "ozflow.db");
  const db = new Kysely<unknown>({ dialect: dialectOf(new CommittingDriver(new Database(file))) });
  // FULL: what a callback changed is on the disk before its answer leaves, even when the power goes.
  await sql`pragma journal_mode = wal`.execute(db);
  await sql`pragma synchronous = full`.execute(db);
  await sql`pragma foreign_keys = on`.execute(db);
  // KiB, negative: the places where new rows go are read again and again, and 2 MB, the usual, hold those of an hour's calls.
  await sql`pragma cache_size = -65536`.execute(db);
  // Pages of the log, 16 MB: a page that many calls have changed goes into the database once, not each time 1000 have gathered.
  await sql`pragma wal_autocheckpoint = 4000`.execute(db);
  const readers = new SqliteDriver({ database: withStatementCache(new Database(file)) });
  const reading = new Kysely<unknown>({ dialect: dialectOf(readers) });
  await sql`pragma query_only = on`.execute(reading);
  return {
    kind: "sqlite",
    db,
    reading,
    schema: undefined,
    alone: (_work, run) => run(),
    snapshot: snapshotOfSqlite(db),
    async close() {
      await reading.destroy();
      await db.destroy();
    },
  };
}

function dialectOf(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new QueryCompiler(),
  };
}

class QueryCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(storable(value));
  }
}
