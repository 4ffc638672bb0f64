import { existsSync, mkdirSync } from "node:fs";
import { link, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Config } from "../config.ts";
import type { Engine } from "../store/engines/engine.ts";
import { openPostgres } from "../store/engines/postgres.ts";
import { openSqlite } from "../store/engines/sqlite.ts";
import { BackupError } from "./archive.ts";

/** An empty database that a backup is brought back into. Closed by either of its two ends. */
export interface Target {
  readonly engine: Engine;
  keep(): Promise<void>;
  /** As if nothing had been tried. */
  abandon(): Promise<void>;
}

/** Throws {@link BackupError} when something is there already. */
export function openTarget({ databaseUrl, dataFolder }: Config): Promise<Target> {
  return databaseUrl === undefined ? inFolder(dataFolder) : inPostgres(databaseUrl);
}

/** Made beside its place and put there at the end. */
async function inFolder(folder: string): Promise<Target> {
  const file = join(folder, "ozflow.db");
  if (existsSync(file)) {
    throw new BackupError(`${file} is there already. Move it away, and ozflow.db-wal and ozflow.db-shm with it.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = await mkdtemp(join(folder, "restoring-"));
  const engine = await openSqlite(beside);
  const clear = () => rm(beside, { recursive: true });
  return {
    engine,
    async keep() {
      await sql`pragma wal_checkpoint(truncate)`.execute(engine.db);
      await engine.close();
      // Fails when somebody has made one meanwhile.
      await link(join(beside, "ozflow.db"), file);
      await clear();
    },
    async abandon() {
      await engine.close();
      await clear();
    },
  };
}

async function inPostgres(url: string): Promise<Target> {
  const engine = await openPostgres({ url, onLostConnection: () => {} });
  const tables = () => engine.snapshot((snapshot) => snapshot.tables());
  if ((await tables()).length > 0) {
    await engine.close();
    throw new BackupError("The database of DATABASE_URL has tables already. Name an empty one.");
  }
  return {
    engine,
    keep: () => engine.close(),
    async abandon() {
      for (const table of await tables()) await sql`drop table ${sql.table(table)} cascade`.execute(engine.db);
      await engine.close();
    },
  };
}
