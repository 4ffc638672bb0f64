import type { Environment } from "@marcbachmann/cel-js";
import type { Value, Variable } from "../flow/flow.ts";
import { cellOf, findRow, type LookupTable } from "../resources/table.ts";
import { fromText } from "./from-text.ts";

/** Tables in expressions of compiled programs. No author can write these names. */

type Tables = Readonly<Record<string, LookupTable>>;

/** Whether a table has a row for what a variable holds. */
export function foundInTable(table: string, keyVariable: string): string {
  return `_found(_tables, ${JSON.stringify(table)}, ${keyVariable})`;
}

/** What stands in a column of that row, as the type of the variable it is for; it fails where it is none. */
export function cellOfTable(table: string, keyVariable: string, column: string, variable: string): string {
  const words = [column, variable].map((word) => JSON.stringify(word)).join(", ");
  return `_cell(_tables, ${JSON.stringify(table)}, ${keyVariable}, ${words})`;
}

/** The environment with the two. */
export function withTables(
  environment: Environment,
  variables: readonly Pick<Variable, "name" | "type">[],
): Environment {
  const types = new Map(variables.map(({ name, type }) => [name, type]));
  const found = (tables: Tables, id: string, key: string) => findRow(tables[id], key) !== undefined;
  const cell = (tables: Tables, id: string, key: string, column: string, variable: string): Value => {
    const table = tables[id];
    const row = findRow(table, key);
    const text = table === undefined || row === undefined ? undefined : cellOf(table, row, column);
    const value = text === undefined ? undefined : fromText(text, types.get(variable) ?? "text");
    if (value === undefined) throw new Error(`"${column}" holds nothing that "${variable}" can hold`);
    return value;
  };
  return environment
    .registerVariable("_tables", "map<string, dyn>")
    .registerFunction("_found(map<string, dyn>, string, string): bool", found)
    .registerFunction("_cell(map<string, dyn>, string, string, string, string): dyn", cell);
}
