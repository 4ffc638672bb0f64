import { Kysely, PostgresDialect, PostgresQueryCompiler, sql } from "kysely";
import pg from "pg";
import { DatabaseError, type Engine, type RunTogether, type Together } from "./engine.ts";
import { OwnSchemaIntrospector } from "./own-schema.ts";
import { sharingParameters } from "./sharing-parameters.ts";
import { snapshotOfPostgres } from "./snapshot.ts";

export interface PostgresOptions {
  /** As `DATABASE_URL` has it. */
  readonly url: string;
  /** A connection broke off. The next query makes a new one; what was under way on it has failed. */
  readonly onLostConnection: (reason: string) => void;
}

/** Connections of one server; others on the same database have their own. */
const maxConnections = 10;
/** A caller who waits for a connection longer than this is better off with the fallback. */
const connectMs = 5000;

/** Connects to a database that others may use too. Throws {@link DatabaseError}. */
export async function openPostgres({ url, onLostConnection }: PostgresOptions): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    application_name: "ozflow",
  });
  pool.on("error", (error) => onLostConnection(error.message));
  // One that breaks off between the queries of a transaction tells nobody else, and an error that nobody hears ends the process.
  pool.on("connect", (client) => client.on("error", (error) => onLostConnection(error.message)));
  const db = new Kysely<unknown>({ dialect: new Dialect({ pool }) });
  try {
    const schema = await findSchema(db);
    const alone: Engine["alone"] = (work, run) => runAlone(db, work, run);
    const together: RunTogether = (queries) => runTogether(db, queries);
    const snapshot = snapshotOfPostgres(db, schema);
    const close = () => db.destroy();
    return { kind: "postgres", db, reading: db, schema, together, alone, snapshot, close };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function findSchema(db: Kysely<unknown>): Promise<string> {
  const asked = sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  const { rows } = await asked.catch((error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(`The database of DATABASE_URL cannot be reached (${reason}). Is it running?`);
  });
  const schema = rows[0]?.schema ?? undefined;
  if (schema !== undefined) return schema;
  throw new DatabaseError("The search_path of the database names no schema that exists: make one, or name another.");
}

/** The lock goes with the transaction, so it needs no session of its own and a pooler in between does no harm. */
function runAlone<Result>(db: Kysely<unknown>, work: string, run: () => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(current_schema()), hashtext(${work}))`.execute(trx);
    return await run();
  });
}

async function runTogether(db: Kysely<unknown>, queries: readonly Together[]): Promise<boolean> {
  const done = db.transaction().execute(async (trx) => {
    for (const { query, atLeast = 0 } of queries) {
      const { numAffectedRows } = await trx.executeQuery(query);
      if ((numAffectedRows ?? 0n) < atLeast) throw new TooFewRows();
    }
    return true;
  });
  return await done.catch((error) => {
    if (error instanceof TooFewRows) return false;
    throw error;
  });
}

/** Ends a transaction in which nothing is to be done. */
class TooFewRows extends Error {}

class Dialect extends PostgresDialect {
  override createQueryCompiler() {
    return new QueryCompiler();
  }

  override createIntrospector(db: Kysely<unknown>): OwnSchemaIntrospector {
    return new OwnSchemaIntrospector(db);
  }
}

const QueryCompiler = sharingParameters(PostgresQueryCompiler, (number) => `$${number}`);
