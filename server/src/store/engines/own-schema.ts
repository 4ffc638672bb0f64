import { type DatabaseIntrospector, type Kysely, PostgresIntrospector, sql, type TableMetadata } from "kysely";

/**
 * Looks at the tables of our own schema only, and at no columns. Kysely's looks at every table of the database, which takes
 * the longer the more others keep there, and fails when one of them drops a table meanwhile.
 */
export class OwnSchemaIntrospector extends PostgresIntrospector implements DatabaseIntrospector {
  private readonly database: Kysely<unknown>;

  constructor(database: Kysely<unknown>) {
    super(database);
    this.database = database;
  }

  override async getTables(): Promise<TableMetadata[]> {
    const asked = sql<{ schema: string; name: string; kind: string }>`
      select current_schema() as schema, relname as name, relkind as kind
      from pg_catalog.pg_class join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace
      where nspname = current_schema() and relkind in ('r', 'p', 'v')`;
    const { rows } = await asked.execute(this.database);
    return rows.map(({ schema, name, kind }) => ({
      schema,
      name,
      isView: kind === "v",
      isForeign: false,
      columns: [],
    }));
  }
}
