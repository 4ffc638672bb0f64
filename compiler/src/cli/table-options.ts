import { readFile } from "node:fs/promises";
import { z } from "zod";
import { tableOfRows, testTableSchema } from "../flow-tests/test-table.ts";
import { type LookupTable, readTable } from "../resources/table.ts";
import { CommandError } from "./flow-file.ts";
import { readJson } from "./json-file.ts";

type Named = readonly [id: string, value: string];

/** Tables of a call that is tried: CSV files or their rows as JSON, and rows that are found whatever is looked for, by the tables' ids. */
export async function tablesOf(
  files: readonly Named[],
  anyRows: readonly Named[],
): Promise<Readonly<Record<string, LookupTable>>> {
  const read = await Promise.all(files.map(async ([id, path]) => [id, await tableIn(path)] as const));
  return Object.fromEntries([...read, ...anyRows.map(([id, json]) => [id, tableWith(json)] as const)]);
}

async function tableIn(given: string): Promise<LookupTable> {
  if (!given.trimStart().startsWith("{")) return await tableInFile(given);
  const table = readJson(given, testTableSchema, "The table of --table");
  return "file" in table ? await tableInFile(table.file, table.key) : tableOfRows(table);
}

/** A CSV file; throws {@link CommandError} with a sentence. `key`: the first column when left out. */
export async function tableInFile(path: string, key?: string): Promise<LookupTable> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  });
  const read = readTable(text, key);
  if ("fault" in read) throw new CommandError(`${path}: ${read.fault.message}`);
  return read.table;
}

function tableWith(json: string): LookupTable {
  const row = readJson(json, z.record(z.string(), z.string()), "The row of --any-row");
  return { columns: Object.keys(row), keyColumn: "", rows: {}, any: Object.values(row) };
}
