import { z } from "zod";
import type { Row, Snapshot } from "../store/engines/snapshot.ts";

/** The sentence is for whoever makes a backup or brings one back. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/**
 * A backup is gzipped text, a JSON value a line: a head, then `[table, row]` for each row, each table behind those it refers
 * to, then how many rows there were. Rows are as the tables have them, so either engine can take in what the other gave.
 */
const headSchema = z.object({
  format: z.literal("ozflow-backup"),
  formatVersion: z.literal(1),
  /** Of OzFlow. */
  version: z.string(),
  at: z.iso.datetime(),
  /** What had been done to the tables. */
  migrations: z.array(z.string()),
});
const rowSchema = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const endSchema = z.object({ rows: z.int() });

export type Head = z.output<typeof headSchema>;

/** Kysely's own notes on what was migrated: they are in the head. */
const migrationNotes = ["kysely_migration", "kysely_migration_lock"];

/** Characters that are handed on at once. */
const pieceSize = 65_536;

export async function* writeArchive(snapshot: Snapshot, about: Pick<Head, "version" | "at">): AsyncGenerator<string> {
  const tables = await snapshot.tables();
  const migrations: string[] = [];
  if (tables.includes("kysely_migration")) {
    for await (const { name } of snapshot.rows("kysely_migration")) migrations.push(String(name));
  }
  const head: Head = { format: "ozflow-backup", formatVersion: 1, ...about, migrations };
  let piece = `${JSON.stringify(head)}\n`;
  let rows = 0;
  for (const table of tables.filter((name) => !migrationNotes.includes(name))) {
    for await (const row of snapshot.rows(table)) {
      rows += 1;
      piece += `${JSON.stringify([table, row])}\n`;
      if (piece.length < pieceSize) continue;
      yield piece;
      piece = "";
    }
  }
  yield `${piece}${JSON.stringify({ rows })}\n`;
}

/** What stands in an archive. `rows` must be read to their end: only then it is known that nothing is missing. */
export interface OpenedArchive {
  readonly head: Head;
  rows(): AsyncGenerator<readonly [table: string, row: Row]>;
}

/** Throws {@link BackupError} for what is no backup, is one of a format to come, or breaks off. */
export async function readArchive(pieces: AsyncIterable<Buffer>): Promise<OpenedArchive> {
  const lines = linesOf(pieces);
  const first = await lines.next();
  const head = headSchema.safeParse(first.done ? undefined : parse(first.value));
  if (!head.success) throw new BackupError("This file is no backup that this version of OzFlow can read.");
  return {
    head: head.data,
    async *rows() {
      let count = 0;
      for await (const line of lines) {
        const value = parse(line);
        const row = rowSchema.safeParse(value);
        if (row.success) {
          count += 1;
          yield row.data;
          continue;
        }
        if (endSchema.safeParse(value).data?.rows === count) return;
        throw new BackupError(`The backup is damaged behind its row ${count}.`);
      }
      throw new BackupError(`The backup breaks off behind its row ${count}.`);
    },
  };
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of pieces) {
    const lines = decoder.decode(piece, { stream: true }).split("\n");
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
