import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, Migrator, SqliteDialect, sql } from "kysely";
import Database from "libsql";
import { flowsAndCalls } from "./migrations/0001-flows-and-calls.ts";
import { callBeginnings } from "./migrations/0020-call-beginnings.ts";
import { security } from "./migrations/0040-security.ts";
import { prompts } from "./migrations/0050-prompts.ts";
import { recordings } from "./migrations/0051-recordings.ts";

/** Append-only, in the order they run. */
const migrations = {
  "0001-flows-and-calls": flowsAndCalls,
  "0020-call-beginnings": callBeginnings,
  "0040-security": security,
  "0050-prompts": prompts,
  "0051-recordings": recordings,
};

/** Opens (or makes) the database in the folder and brings it to the newest form. */
export async function openDatabase(folder: string): Promise<Kysely<unknown>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, "ozflow.db"));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  // FULL: what a callback changed is on the disk before its answer leaves, even when the power goes.
  await sql`pragma journal_mode = wal`.execute(db);
  await sql`pragma synchronous = full`.execute(db);
  await sql`pragma foreign_keys = on`.execute(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return db;
}
