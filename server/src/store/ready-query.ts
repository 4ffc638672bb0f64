import type { Compilable, CompiledQuery, Kysely, QueryResult } from "kysely";
import { storable } from "./engines/text.ts";
import type { Tables } from "./tables.ts";

/** Rows whose names of columns are the same in all of them. */
type Rows = readonly object[];

/** Stands in a query, while it is built, for what is only known when it is asked. */
class Hole {
  readonly value: (given: object, rows: Rows) => unknown;
  constructor(value: (given: object, rows: Rows) => unknown) {
    this.value = value;
  }
}

/**
 * A query of the hot path: built once for each number of rows, then only filled with values. Building costs Kysely more time
 * than SQLite needs to answer. `given` and the rows may be used as values only, never to decide what the query is.
 */
export function readyQuery<Result, Given extends object = object, Row extends object = never>(
  build: (db: Kysely<Tables>, given: Given, rows: readonly Row[]) => Compilable<Result>,
): (db: Kysely<Tables>, given: Given, rows?: readonly Row[]) => Promise<QueryResult<Result>> {
  // An engine writes its own SQL. Transactions have the adapter of their database.
  const ready = new WeakMap<object, Map<string, CompiledQuery<Result>>>();

  function find(db: Kysely<Tables>, given: Given, rows: readonly Row[]): CompiledQuery<Result> {
    const { adapter } = db.getExecutor();
    let ofEngine = ready.get(adapter);
    if (ofEngine === undefined) {
      ofEngine = new Map();
      ready.set(adapter, ofEngine);
    }
    const columns = Object.keys(rows[0] ?? {});
    const key = `${rows.length} ${columns.join()}`;
    let query = ofEngine.get(key);
    if (query === undefined) {
      query = build(db, holesIn(given), rowsOfHoles(columns, rows.length)).compile();
      ofEngine.set(key, query);
    }
    return query;
  }

  return async (db, given, rows = []) => {
    const query = find(db, given, rows);
    const parameters = query.parameters.map((one) => (one instanceof Hole ? storable(one.value(given, rows)) : one));
    return await db.executeQuery<Result>({ ...query, parameters });
  };
}

function holesIn<Given extends object>(given: Given): Given {
  const holes = Object.keys(given).map((name) => [name, new Hole((now) => Reflect.get(now, name))]);
  return Object.fromEntries(holes) as Given;
}

function rowsOfHoles<Row extends object>(columns: readonly string[], count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at) => {
    const holes = columns.map((name) => [name, new Hole((_given, rows) => Reflect.get(rows[at] ?? {}, name))]);
    return Object.fromEntries(holes) as Row;
  });
}
