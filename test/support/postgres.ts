import { createHash } from "node:crypto";
import pg from "pg";

/** Where tests find a PostgreSQL that they may make schemas in. */
export const postgresUrl = process.env["OZFLOW_TEST_POSTGRES"] ?? "postgresql://root@127.0.0.1:5432/test";

/** What went wrong, or undefined when it answers. */
export async function whyUnreachable(): Promise<string | undefined> {
  try {
    await ask("select 1");
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** One query on a connection of its own. */
export async function ask(query: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return (await client.query(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Tables of a run of vitest are in schemas whose names begin like this. */
export const schemasOf = (run: string | number) => `ozflow_${run}_`;

/**
 * What a server is given to keep its tables apart: nothing on SQLite, where its folder does that; on PostgreSQL a schema
 * for each folder.
 */
export async function databaseOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const run = process.env["OZFLOW_TEST_RUN"];
  if (run === undefined) return {};
  const schema = schemasOf(run) + createHash("sha256").update(folder).digest("hex").slice(0, 16);
  await ask(`create schema if not exists ${schema}`);
  return { DATABASE_URL: urlOfSchema(schema) };
}

/** For a server of a suite that is about SQLite. */
export const onSqlite = { DATABASE_URL: "" };

export function urlOfSchema(schema: string): string {
  const url = new URL(postgresUrl);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return String(url);
}

export async function dropSchemas(prefix: string): Promise<void> {
  const found = await ask(`select nspname from pg_namespace where starts_with(nspname, '${prefix}')`);
  for (const { nspname } of found) await ask(`drop schema "${nspname}" cascade`);
}
