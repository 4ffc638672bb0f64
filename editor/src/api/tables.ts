import type { LookupTable } from "@ozflow/compiler";
import { ask } from "./client.ts";

/** A table that flows look into. A change names the version it changes. */
export interface StoredTable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** What rows are found by. */
  readonly keyColumn: string;
  readonly columns: readonly string[];
  /** How many. */
  readonly rows: number;
  readonly updatedAt: string;
}

export type ListedTable = StoredTable & {
  readonly usedBy: readonly { readonly id: string; readonly name: string }[];
};

const at = (id: string) => encodeURIComponent(id);

export const tablesApi = {
  list: () => ask<{ tables: readonly ListedTable[] }>("GET", "/tables"),
  /** Where a browser finds it as a CSV file. */
  csvPath: (id: string) => `/api/tables/${at(id)}/rows.csv`,
  content: (id: string) => ask<LookupTable>("GET", `/tables/${at(id)}`),
  add: (name: string, key: string, file: File) =>
    ask<StoredTable>("POST", `/tables?name=${at(name)}&key=${at(key)}`, file),
  /** Refused with `conflict` when somebody else has changed it since. */
  replace: ({ id, version }: StoredTable, key: string, file: File) =>
    ask<StoredTable>("PUT", `/tables/${at(id)}/rows?version=${version}&key=${at(key)}`, file),
  rename: ({ id, version }: StoredTable, name: string) =>
    ask<StoredTable>("PUT", `/tables/${at(id)}`, { name, version }),
  remove: (id: string) => ask<void>("DELETE", `/tables/${at(id)}`),
  /** Rows that hold a text anywhere, so many from that one on. */
  rows: (id: string, search: string, from: number, limit: number) =>
    ask<{ rows: readonly (readonly string[])[]; total: number }>(
      "GET",
      `/tables/${at(id)}/rows?${new URLSearchParams({ search, from: String(from), limit: String(limit) })}`,
    ),
};
