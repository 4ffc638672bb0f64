import type { Compilable, CompiledQuery, Kysely } from "kysely";
import { storable } from "./engines/text.ts";
import { createRecent, type Recent } from "./recent.ts";
import type { Tables } from "./tables.ts";

/** Rows whose names of columns are the same in all of them. */
type Rows = readonly object[];

/** Stands in a query, while it is built, for what is only known when it is asked. */
class Hole {
  readonly name: string;
  /** Which of the rows has the value, as the first of all where they share it; undefined: it is one of those given. */
  readonly row: number | undefined;
  constructor(name: string, row?: number) {
    this.name = name;
    this.row = row;
  }
}

/** A column of the rows. */
interface Column {
  readonly name: string;
  /** Its value is the same in all of them, so it is handed over once. */
  readonly isShared: boolean;
}

/** Of one query: for the numbers of rows that are usual, and what is null or the same in them. */
const maxReady = 300;

/**
 * A query of the hot path: built once for each number of rows, then only filled with values. Building costs Kysely more time
 * than SQLite needs to answer. `given` and the rows may be used as values only, never to decide what the query is. A column
 * that is null in all of the rows is left out, and may have no other default: half of what a row costs is to hand over its values.
 */
export function readyQuery<Result, Given extends object = object, Row extends object = never>(
  build: (db: Kysely<Tables>, given: Given, rows: readonly Row[]) => Compilable<Result>,
): (db: Kysely<Tables>, given: Given, rows?: readonly Row[]) => CompiledQuery<Result> {
  // An engine writes its own SQL. Transactions have the adapter of their database.
  const ready = new WeakMap<object, Recent<CompiledQuery<Result>>>();

  function find(db: Kysely<Tables>, given: Given, rows: readonly Row[]): CompiledQuery<Result> {
    const { adapter } = db.getExecutor();
    let ofEngine = ready.get(adapter);
    if (ofEngine === undefined) {
      ofEngine = createRecent(maxReady);
      ready.set(adapter, ofEngine);
    }
    const columns = columnsOf(rows);
    const key = `${rows.length} ${columns.map(({ name, isShared }) => (isShared ? `=${name}` : name)).join()}`;
    const query = ofEngine.find(key) ?? build(db, holesIn(given), rowsOfHoles(columns, rows.length)).compile();
    ofEngine.keep(key, query);
    return query;
  }

  return (db, given, rows = []) => {
    const query = find(db, given, rows);
    const parameters = query.parameters.map((one) => (one instanceof Hole ? filled(one, given, rows) : one));
    return { ...query, parameters };
  };
}

function columnsOf([first = {}, ...others]: Rows): readonly Column[] {
  const columns: Column[] = [];
  for (const [name, value] of Object.entries(first)) {
    const isShared = others.every((row) => Reflect.get(row, name) === value);
    if (!isShared || value !== null) columns.push({ name, isShared });
  }
  return columns;
}

function holesIn<Given extends object>(given: Given): Given {
  return Object.fromEntries(Object.keys(given).map((name) => [name, new Hole(name)])) as Given;
}

function rowsOfHoles<Row extends object>(columns: readonly Column[], count: number): readonly Row[] {
  const shared = new Map(columns.map(({ name }) => [name, new Hole(name, 0)]));
  return Array.from({ length: count }, (_, row) => {
    const holes = columns.map(({ name, isShared }) => [name, isShared ? shared.get(name) : new Hole(name, row)]);
    return Object.fromEntries(holes) as Row;
  });
}

function filled({ name, row }: Hole, given: object, rows: Rows): unknown {
  return storable(Reflect.get(row === undefined ? given : (rows[row] ?? {}), name));
}
