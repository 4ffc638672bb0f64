import type { LookupTable } from "@ozflow/compiler";

type Rows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Tables by their ids, from their rows by what they are found by. */
export function tablesOf(tables: Readonly<Record<string, Rows>>): Readonly<Record<string, LookupTable>> {
  return Object.fromEntries(Object.entries(tables).map(([id, rows]) => [id, tableOf(rows)]));
}

function tableOf(rows: Rows): LookupTable {
  const columns = ["key", ...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const cells = Object.entries(rows).map(([key, row]) => [key, columns.map((name) => row[name] ?? "")] as const);
  return {
    columns,
    keyColumn: "key",
    rows: Object.fromEntries(cells.map(([key, [, ...rest]]) => [key, [key, ...rest]])),
  };
}
