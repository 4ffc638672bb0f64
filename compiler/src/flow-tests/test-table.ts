import { z } from "zod";
import { type LookupTable, tableLimits } from "../resources/table.ts";

const cell = z.string().max(tableLimits.cellLength);
const column = z.string().trim().min(1).max(200);

const rowsSchema = z
  .strictObject({
    /** The column that rows are found by. */
    key: column,
    /** Cells by their columns; a cell that is left out is empty. */
    rows: z.array(z.record(column, cell)).max(tableLimits.rows),
  })
  .superRefine(({ key, rows }, context) => {
    const found = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const name = keyOf(row, key);
      const before = found.get(name);
      found.set(name, index);
      const add = (message: string) => context.addIssue({ code: "custom", path: ["rows", index, key], message });
      if (name === "") add(`row ${index + 1} has nothing under "${key}", by which rows are found`);
      else if (before !== undefined) add(`"${name}" stands in row ${before + 1} already; each may stand there once`);
    }
  });

const fileSchema = z.strictObject({
  /** A CSV file, seen from where the tests lie. */
  file: z.string().min(1).max(1000),
  /** The first column when left out. */
  key: column.optional(),
});

/** What a test says of a table: what stands in it, or where that lies. */
export const testTableSchema = z.union([rowsSchema, fileSchema]);

export type TestRows = z.infer<typeof rowsSchema>;

/** As lookups of a call take it. */
export function tableOfRows({ key, rows }: TestRows): LookupTable {
  const columns = [...new Set([key, ...rows.flatMap((row) => Object.keys(row))])];
  return {
    columns,
    keyColumn: key,
    rows: Object.fromEntries(rows.map((row) => [keyOf(row, key), columns.map((name) => (row[name] ?? "").trim())])),
  };
}

/** The other way round. */
export function rowsOfTable({ columns, keyColumn, rows }: LookupTable): TestRows {
  const named = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""]));
  return { key: keyColumn, rows: Object.values(rows).map(named) };
}

function keyOf(row: Readonly<Record<string, string>>, key: string): string {
  return (row[key] ?? "").trim();
}
