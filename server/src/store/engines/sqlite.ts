import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect, SqliteQueryCompiler, sql } from "kysely";
import Database from "libsql";
import type { Engine } from "./engine.ts";
import { snapshotOfSqlite } from "./snapshot.ts";
import { storable } from "./text.ts";

/** Opens (or makes) the database in the folder. One server at a time uses it. */
export async function openSqlite(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, "ozflow.db"));
  const db = new Kysely<unknown>({ dialect: new Dialect({ database }) });
  // FULL: what a callback changed is on the disk before its answer leaves, even when the power goes.
  await sql`pragma journal_mode = wal`.execute(db);
  await sql`pragma synchronous = full`.execute(db);
  await sql`pragma foreign_keys = on`.execute(db);
  return { kind: "sqlite", db, schema: undefined, alone: (_work, run) => run(), snapshot: snapshotOfSqlite(db) };
}

class Dialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new QueryCompiler();
  }
}

class QueryCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(storable(value));
  }
}
