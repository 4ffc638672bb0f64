import { Migrator } from "kysely";
import { DatabaseError, type Engine } from "./engines/engine.ts";
import { openPostgres } from "./engines/postgres.ts";
import { openSqlite } from "./engines/sqlite.ts";
import { migrations } from "./migrations/index.ts";

export interface DatabasePlace {
  /** PostgreSQL, when it is there. */
  readonly url: string | undefined;
  /** Of the SQLite database otherwise. */
  readonly folder: string;
  readonly onLostConnection: (reason: string) => void;
}

/** Opens the database; `prepareDatabase` comes next. Throws `DatabaseError`. */
export function openDatabase({ url, folder, onLostConnection }: DatabasePlace): Promise<Engine> {
  return url === undefined ? openSqlite(folder) : openPostgres({ url, onLostConnection });
}

/**
 * Brings the tables to the newest form; with `names`, to the one they had when only those migrations were known. Throws
 * `DatabaseError` when a newer version has been here.
 */
export async function prepareDatabase({ db, schema }: Engine, names?: readonly string[]): Promise<void> {
  const known = Object.entries(migrations).filter(([name]) => names?.includes(name) ?? true);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(known) },
    // Databases made by a version in between may have seen a later name before an earlier one.
    allowUnorderedMigrations: true,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  // Kysely's words for a step that it was not given.
  const newer = error instanceof Error && /previously executed migration (\S+) is missing/.exec(error.message)?.[1];
  if (newer) throw new DatabaseError(`A newer version of OzFlow has changed this database (${newer}). Start that one.`);
  if (error !== undefined) throw error;
}
