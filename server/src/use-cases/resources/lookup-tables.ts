import { type LookupTable, readTable, said, writeTable } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { LookupTableRow } from "../../store/table-store.ts";
import { flowsThatName, type NamedFlow } from "../flows/flows-that-name.ts";

type TableDeps = Pick<Deps, "store" | "clock" | "newId" | "tables">;

export interface TableView {
  readonly id: string;
  readonly name: string;
  /** Counts changes; a change names the version it changes. */
  readonly version: number;
  readonly keyColumn: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly updatedAt: string;
}

interface CsvFile {
  readonly csv: Buffer;
  /** What rows are found by; the first column when left out. */
  readonly keyColumn?: string | undefined;
}

/** By name, each with the flows that look into it. */
export async function listTables({
  store,
}: TableDeps): Promise<readonly (TableView & { readonly usedBy: readonly NamedFlow[] })[]> {
  const [rows, users] = await Promise.all([store.tables.list(), flowsThatName(store, "table")]);
  return rows.map((row) => ({ ...view(row), usedBy: users.get(row.id) ?? [] }));
}

export async function addTable(
  deps: TableDeps,
  { name, ...file }: CsvFile & { readonly name: string },
): Promise<TableView> {
  const table = readCsv(file);
  const row = rowOf(deps, { id: deps.newId(), name, version: 1 }, table);
  await deps.store.tables.insert(row, JSON.stringify(table));
  await deps.tables.refresh();
  return view(row);
}

/** Holds for every call that begins from now on; those on the line keep what they began with. */
export async function replaceTable(
  deps: TableDeps,
  { id, version, ...file }: CsvFile & { readonly id: string; readonly version: number },
): Promise<TableView> {
  const { name } = await find(deps, id);
  const table = readCsv(file);
  return await store(deps, rowOf(deps, { id, name, version: version + 1 }, table), JSON.stringify(table));
}

export async function renameTable(
  deps: TableDeps,
  { id, version, name }: { readonly id: string; readonly version: number; readonly name: string },
): Promise<TableView> {
  const row = await find(deps, id);
  const content = await deps.store.tables.content(id, version);
  if (content === undefined) throw changedMeanwhile();
  return await store(deps, { ...row, name, version: version + 1, updatedAt: now(deps) }, content);
}

export async function contentOfTable(deps: TableDeps, id: string): Promise<LookupTable> {
  return await contentOf(deps, await find(deps, id));
}

/** A file that can be put back. */
export async function csvOfTable(
  deps: TableDeps,
  id: string,
): Promise<{ readonly name: string; readonly csv: string }> {
  const row = await find(deps, id);
  return { name: row.name, csv: writeTable(await contentOf(deps, row)) };
}

async function contentOf(deps: TableDeps, { id, version }: LookupTableRow): Promise<LookupTable> {
  const { [id]: table } = await deps.tables.contents({ [id]: version });
  if (table === undefined) throw changedMeanwhile();
  return table;
}

/** Rows that hold a text anywhere, so many from that one on. */
export async function rowsOfTable(
  deps: TableDeps,
  {
    id,
    from,
    limit,
    search,
  }: { readonly id: string; readonly from: number; readonly limit: number; readonly search: string },
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly total: number }> {
  const table = await contentOfTable(deps, id);
  const wanted = search.trim().toLowerCase();
  const found = Object.values(table.rows).filter(
    (row) => wanted === "" || row.some((cell) => cell.toLowerCase().includes(wanted)),
  );
  return { rows: found.slice(from, from + limit), total: found.length };
}

/** Refused while a flow looks into it. Answers what it was called. */
export async function deleteTable(deps: TableDeps, id: string): Promise<string> {
  const { name } = await find(deps, id);
  const usedBy = (await flowsThatName(deps.store, "table")).get(id) ?? [];
  if (usedBy.length > 0) {
    const flows = usedBy.map((flow) => `"${flow.name}"`).join(", ");
    throw new Refusal(
      "in-use",
      said`"${name}" is looked into by ${flows}. Choose another one there and publish first.`,
      {
        usedBy,
      },
    );
  }
  await deps.store.tables.delete(id, now(deps));
  await deps.tables.refresh();
  return name;
}

async function store(deps: TableDeps, row: LookupTableRow, content: string): Promise<TableView> {
  if (!(await deps.store.tables.replace(row, content))) throw changedMeanwhile();
  await deps.tables.refresh();
  return view(row);
}

async function find({ store }: TableDeps, id: string): Promise<LookupTableRow> {
  const row = await store.tables.find(id);
  if (row === undefined) throw new Refusal("not-found", said`There is no such table; it may have been deleted.`);
  return row;
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    "conflict",
    said`Somebody else has changed this table meanwhile. Look at it again, then change it.`,
  );
}

function readCsv({ csv, keyColumn }: CsvFile): LookupTable {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(csv);
  } catch {
    throw new Refusal("not-a-table", said`This file is no text in UTF-8. Save it as CSV UTF-8 and try again.`);
  }
  const read = readTable(text, keyColumn);
  if ("fault" in read) throw new Refusal("not-a-table", read.fault);
  return read.table;
}

function rowOf(
  deps: TableDeps,
  named: Pick<LookupTableRow, "id" | "name" | "version">,
  { keyColumn, columns, rows }: LookupTable,
): LookupTableRow {
  const rowCount = Object.keys(rows).length;
  return { ...named, keyColumn, columns: JSON.stringify(columns), rowCount, updatedAt: now(deps) };
}

function now({ clock }: TableDeps): string {
  return clock.now().toISOString();
}

function view({ columns, rowCount, ...row }: LookupTableRow): TableView {
  // Written by `rowOf`.
  return { ...row, columns: JSON.parse(columns) as readonly string[], rows: rowCount };
}
