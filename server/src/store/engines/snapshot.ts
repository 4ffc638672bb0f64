import { type Kysely, sql } from "kysely";

/** A row by the names of its columns, as the engine keeps it. */
export type Row = Readonly<Record<string, unknown>>;

/** A database as it is at one moment, while servers go on writing into it. */
export interface Snapshot {
  /** Tables by name, each behind those that it refers to. */
  tables(): Promise<readonly string[]>;
  rows(table: string): AsyncIterable<Row>;
}

/** Resolves to what `read` does, which is shown one moment all the time. */
export type TakeSnapshot = <Result>(read: (snapshot: Snapshot) => Promise<Result>) => Promise<Result>;

/** Rows that PostgreSQL hands out at once: a sound of the prompt library is up to 13 MB in one. */
const fetched = 10;

interface Reference {
  readonly table: string;
  readonly refersTo: string;
}

/** Each on a connection of its own, so that others read and write meanwhile. */
export function snapshotOfSqlite(open: () => Promise<Kysely<unknown>>): TakeSnapshot {
  return async (read) => {
    const db = await open();
    // In WAL mode a transaction sees what was there when it read for the first time.
    const taken = db.transaction().execute((trx) =>
      read({
        async tables() {
          const tables = sql<{ name: string }>`select name from sqlite_master
            where type = 'table' and name not like 'sqlite\_%' escape '\\' order by name`;
          const references = sql<Reference>`select m.name as "table", f."table" as "refersTo"
            from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`;
          return inOrder((await tables.execute(trx)).rows, (await references.execute(trx)).rows);
        },
        rows: (table) => (trx as Kysely<Record<string, Row>>).selectFrom(table).selectAll().stream(),
      }),
    );
    return await taken.finally(() => db.destroy());
  };
}

export function snapshotOfPostgres(db: Kysely<unknown>, schema: string): TakeSnapshot {
  const once = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return (read) =>
    once.execute((trx) =>
      read({
        async tables() {
          const tables = sql<{ name: string }>`select tablename as name from pg_tables
            where schemaname = ${schema} order by tablename`;
          const references = sql<Reference>`select t.relname as "table", r.relname as "refersTo" from pg_constraint c
            join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
            where c.contype = 'f' and c.connamespace = ${schema}::regnamespace`;
          return inOrder((await tables.execute(trx)).rows, (await references.execute(trx)).rows);
        },
        async *rows(table) {
          await sql`declare reading no scroll cursor for select * from ${sql.table(table)}`.execute(trx);
          for (let more = true; more; ) {
            const { rows } = await sql<Row>`fetch ${sql.lit(fetched)} from reading`.execute(trx);
            yield* rows;
            more = rows.length === fetched;
          }
          await sql`close reading`.execute(trx);
        },
      }),
    );
}

function inOrder(tables: readonly { readonly name: string }[], references: readonly Reference[]): readonly string[] {
  const placed = new Set<string>();
  const met = new Set<string>();
  const place = (table: string) => {
    if (met.has(table)) return;
    met.add(table);
    for (const { refersTo } of references.filter((one) => one.table === table)) place(refersTo);
    placed.add(table);
  };
  for (const { name } of tables) place(name);
  return [...placed];
}
