import type { LookupTable } from "../resources/table.ts";

type Tables = Readonly<Record<string, LookupTable>>;

/** The same tables, which remember what is looked for; `used`: those that were looked into, with the rows that were found. */
export function watchTables(tables: Tables): { readonly watched: Tables; used(): Tables } {
  const asked = new Map<string, Set<string>>();
  const watch = (id: string, table: LookupTable): LookupTable => ({
    ...table,
    rows: new Proxy(table.rows, {
      getOwnPropertyDescriptor(rows, key) {
        const keys = asked.get(id) ?? new Set();
        asked.set(id, keys.add(String(key)));
        return Object.getOwnPropertyDescriptor(rows, key);
      },
    }),
  });
  return {
    watched: Object.fromEntries(Object.entries(tables).map(([id, table]) => [id, watch(id, table)])),
    used: () =>
      Object.fromEntries(
        Object.entries(tables).flatMap(([id, table]) => {
          const keys = asked.get(id);
          const rows = Object.entries(table.rows).filter(([key]) => keys?.has(key));
          return keys === undefined ? [] : [[id, { ...table, rows: Object.fromEntries(rows) }]];
        }),
      ),
  };
}
