import Papa from "papaparse";
import { type Said, said } from "../words/said.ts";

/** Rows found by a key, such as customers by their number. Shared by the flows that name it. */
export interface LookupTable {
  /** All of them, the one of the keys included. */
  readonly columns: readonly string[];
  readonly keyColumn: string;
  /** Cells in the order of `columns`, by key. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** Found whatever is asked for. In trial calls only: no file makes one. */
  readonly any?: readonly string[];
}

/** Bounds that a server can hold in its memory for every call. */
export const tableLimits = { bytes: 5_000_000, rows: 50_000, columns: 50, cellLength: 2000 } as const;

/** The table, or a sentence about what is wrong with the file, in lines as an editor counts them. */
export type ReadTable = { readonly table: LookupTable } | { readonly fault: Said };

/**
 * A CSV file whose first line names the columns; commas, semicolons or tabs between. `keyColumn`: what rows are found by;
 * the first column when left out. Keys are there once each.
 */
export function readTable(csv: string, keyColumn?: string): ReadTable {
  const text = csv.replace(/^\uFEFF/, "");
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [fault] = parsed.errors;
  const lines = linesOf(parsed.data);
  if (fault !== undefined) {
    const at = lines[fault.row ?? 0]?.line ?? (fault.row ?? 0) + 1;
    return { fault: said`Line ${at}: a quotation mark is opened and not closed, or closed in the middle of a cell.` };
  }
  const [head, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (head === undefined) return { fault: said`The file is empty: its first line must name the columns.` };
  const columns = head.cells.map((cell) => cell.trim());
  const wrong = faultOfHead(columns);
  if (wrong !== undefined) return { fault: wrong };
  const key = keyColumn === undefined ? 0 : columns.indexOf(keyColumn);
  if (key < 0) return { fault: said`There is no column "${keyColumn ?? ""}"; there are ${columns.join(", ")}.` };
  if (rows.length > tableLimits.rows)
    return { fault: said`A table has at most ${tableLimits.rows} rows; this has ${rows.length}.` };

  const found = new Map<string, { readonly cells: readonly string[]; readonly line: number }>();
  for (const { cells, line } of rows) {
    if (cells.length > columns.length) {
      return { fault: said`Line ${line} has ${cells.length} cells, but there are only ${columns.length} columns.` };
    }
    if (cells.some((cell) => cell.length > tableLimits.cellLength)) {
      return { fault: said`Line ${line} has a cell of more than ${tableLimits.cellLength} characters.` };
    }
    const name = (cells[key] ?? "").trim();
    if (name === "")
      return { fault: said`Line ${line} has nothing in the column "${columns[key] ?? ""}" that rows are found by.` };
    const before = found.get(name);
    if (before !== undefined) {
      return { fault: said`Line ${line}: "${name}" stands in line ${before.line} already; each may stand there once.` };
    }
    found.set(name, { cells: columns.map((_, index) => (cells[index] ?? "").trim()), line });
  }
  return {
    table: {
      columns,
      keyColumn: columns[key] ?? "",
      rows: Object.fromEntries([...found].map(([name, { cells }]) => [name, cells])),
    },
  };
}

/**
 * The table as a CSV file that `readTable` reads as the same table, told the same key column: cells as they are, also those
 * that a spreadsheet takes for formulas; with a mark that tells it of UTF-8, and lines that end as short as they can, so
 * that what was small enough to be read stays so.
 */
export function writeTable({ columns, rows }: LookupTable): string {
  const lines = [columns, ...Object.values(rows)].map((cells) => [...cells]);
  const written = delimiters.map((delimiter) => ({
    delimiter,
    text: `${Papa.unparse(lines, { delimiter, newline: "\n" })}\n`,
  }));
  // Names of columns may hold such signs themselves: the one that separates must be the one that is taken for it.
  const csv = written.find(({ delimiter, text }) => delimiterOf(text) === delimiter)?.text;
  return `\uFEFF${csv ?? ""}`;
}

/** The cells of the row that is found; undefined when there is none. */
export function findRow(table: LookupTable | undefined, key: string): readonly string[] | undefined {
  const asked = key.trim();
  if (table === undefined || asked === "") return undefined;
  return Object.hasOwn(table.rows, asked) ? table.rows[asked] : table.any;
}

/** What stands in a column of a row; undefined when the table has no such column. */
export function cellOf(table: LookupTable, row: readonly string[], column: string): string | undefined {
  const index = table.columns.indexOf(column);
  return index < 0 ? undefined : row[index];
}

const delimiters = [",", ";", "\t"] as const;

/** What separates the names of the columns: the most frequent one, for names hold such signs seldom. */
function delimiterOf(text: string): string {
  const head = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  const counted = delimiters.map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function faultOfHead(columns: readonly string[]): Said | undefined {
  if (columns.length > tableLimits.columns) {
    return said`A table has at most ${tableLimits.columns} columns; this has ${columns.length}.`;
  }
  const unnamed = columns.indexOf("");
  if (unnamed >= 0) return said`The column ${unnamed + 1} has no name in the first line.`;
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  return twice === undefined ? undefined : said`Two columns are called "${twice}"; give each a name of its own.`;
}

/** With the line each row begins in: a cell in quotation marks may go over several. */
function linesOf(rows: readonly string[][]): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  let line = 1;
  return rows.map((cells) => {
    const at = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return { cells, line: at };
  });
}
