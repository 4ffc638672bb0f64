import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Kysely } from "kysely";
import { createAuth } from "../auth/better-auth.ts";
import type { Config } from "../config.ts";
import { newUnguessableId } from "../ids.ts";
import { prepareDatabase } from "../store/database.ts";
import type { Engine } from "../store/engines/engine.ts";
import type { Row } from "../store/engines/snapshot.ts";
import { migrations } from "../store/migrations/index.ts";
import { BackupError, type OpenedArchive, readArchive } from "./archive.ts";
import { openTarget } from "./target.ts";

const mostRows = 50;
const mostSize = 1_000_000;

/**
 * Brings a backup back into a database that is not there yet, or is empty: all of it or nothing. Either engine takes a
 * backup of the other, and one of an older version. Resolves to the number of rows. Throws {@link BackupError}.
 */
export async function restore(config: Config, file: string): Promise<number> {
  const packed = createReadStream(file);
  const pieces = createGunzip();
  packed.on("error", (error) => pieces.destroy(error)).pipe(pieces);
  try {
    return await store(config, await readArchive(pieces));
  } catch (error) {
    throw readFault(error, file) ?? error;
  } finally {
    packed.destroy();
    pieces.destroy();
  }
}

async function store(config: Config, archive: OpenedArchive): Promise<number> {
  const unknown = archive.head.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new BackupError(`The backup is of OzFlow ${archive.head.version}, which is newer than this one.`);
  }
  const target = await openTarget(config);
  try {
    const { engine } = target;
    await prepareDatabase(engine, archive.head.migrations);
    // Its tables; the secret is none that counts.
    await createAuth(engine, { secret: newUnguessableId() + newUnguessableId(), publicUrl: "http://localhost" });
    const count = await storeRows(engine, archive);
    await prepareDatabase(engine);
    await target.keep();
    return count;
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

async function storeRows(engine: Engine, archive: OpenedArchive): Promise<number> {
  const known = await engine.snapshot((snapshot) => snapshot.tables());
  const db = engine.db as Kysely<Record<string, Row>>;
  return await db.transaction().execute(async (trx) => {
    let count = 0;
    for await (const { table, rows } of inBatches(archive.rows())) {
      if (!known.includes(table)) throw new BackupError(`The backup has a table "${table}" that is not known here.`);
      const values = engine.kind === "sqlite" ? rows.map(withoutBooleans) : rows;
      await trx.insertInto(table).values(values).execute();
      count += rows.length;
    }
    return count;
  });
}

interface Batch {
  readonly table: string;
  readonly rows: Row[];
  /** Characters, about. */
  size: number;
}

/** Rows that stand behind each other and are of one table: few at once, for one may hold a whole sound. */
async function* inBatches(rows: AsyncIterable<readonly [table: string, row: Row]>): AsyncGenerator<Batch> {
  let batch: Batch | undefined;
  for await (const [table, row] of rows) {
    if (batch !== undefined && (batch.table !== table || batch.rows.length === mostRows || batch.size > mostSize)) {
      yield batch;
      batch = undefined;
    }
    batch ??= { table, rows: [], size: 0 };
    batch.rows.push(row);
    batch.size += JSON.stringify(row).length;
  }
  if (batch !== undefined) yield batch;
}

/** SQLite keeps yes and no as 1 and 0; PostgreSQL takes those for what they mean. */
function withoutBooleans(row: Row): Row {
  const values = Object.entries(row).map(([name, value]) => [name, typeof value === "boolean" ? Number(value) : value]);
  return Object.fromEntries(values);
}

function readFault(error: unknown, file: string): BackupError | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupError(`There is no file ${file}.`);
  if (code.startsWith("Z_")) return new BackupError(`${file} is damaged, or no backup.`);
  return undefined;
}
