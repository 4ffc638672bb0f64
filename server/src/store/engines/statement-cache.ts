import type { SqliteDatabase, SqliteStatement } from "kysely";
import { createRecent } from "../recent.ts";

/** The texts of queries are few: the hot ones once for each number of rows, the others as they are written. */
const maxKept = 500;

/** The database, preparing each text of a query once: preparing costs more than most of the queries. */
export function withStatementCache(database: SqliteDatabase): SqliteDatabase {
  const kept = createRecent<SqliteStatement>(maxKept);
  return {
    prepare(sql) {
      const statement = kept.find(sql) ?? database.prepare(sql);
      kept.keep(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}
