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
import { sharingParameters } from "./sharing-parameters.ts";
import { snapshotOfSqlite } from "./snapshot.ts";
import { withStatementCache } from "./statement-cache.ts";
import { openWriter } from "./writer.ts";
import { WriterDriver } from "./writer-driver.ts";

/** Opens (or makes) the database in the folder. One server at a time uses it. */
export async function openSqlite(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "ozflow.db");
  const writing = new WriterDriver(openWriter(file));
  const db = new Kysely<unknown>({ dialect: dialectOf(writing) });
  try {
    // FULL: what a callback changed is on the disk before its answer leaves, even when the power goes.
    await sql`pragma journal_mode = wal`.execute(db);
    await sql`pragma synchronous = full`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
    // KiB, negative: the places where new rows go are read again and again, and 2 MB, the usual, hold those of an hour's calls.
    await sql`pragma cache_size = -65536`.execute(db);
    // Pages of the log, 16 MB: a page that many calls have changed goes into the database once, not each time 1000 have gathered.
    await sql`pragma wal_autocheckpoint = 4000`.execute(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const reading = await openReader(file);
  return {
    kind: "sqlite",
    db,
    reading,
    schema: undefined,
    together: (queries) => writing.runTogether(queries),
    alone: (_work, run) => run(),
    snapshot: snapshotOfSqlite(() => openReader(file)),
    async close() {
      await reading.destroy();
      await db.destroy();
    },
  };
}

/** A connection in this thread, for what is answered sooner than a thread could be asked. */
async function openReader(file: string): Promise<Kysely<unknown>> {
  const driver = new SqliteDriver({ database: withStatementCache(new Database(file)) });
  const reader = new Kysely<unknown>({ dialect: dialectOf(driver) });
  await sql`pragma query_only = on`.execute(reader);
  return reader;
}

function dialectOf(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new QueryCompiler(),
  };
}

const QueryCompiler = sharingParameters(SqliteQueryCompiler, (number) => `?${number}`);
