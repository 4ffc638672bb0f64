import { type Flow, idsNamed, type LookupTable, linkFlow } from "@ozflow/compiler";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type ListedTable, tablesApi } from "../api/tables.ts";

/** The server's tables as they were last read, for all of the editor. */
const library = createStore<{ readonly tables: readonly ListedTable[] }>(() => ({ tables: [] }));

/** Reads them when the component comes up. Those that cannot be read leave ids where names would stand. */
export function useReadTables(): void {
  useEffect(() => void readTables(), []);
}

export async function readTables(): Promise<void> {
  await tablesApi.list().then(
    ({ tables }) => library.setState({ tables }),
    () => {},
  );
}

export const useTables = (): readonly ListedTable[] => useStore(library, (state) => state.tables);

/** A text for people, with tables by their names where a step writes `table:ID`. */
export const useNamedTables = (text: string): string =>
  useStore(library, ({ tables }) =>
    text.replaceAll(/table:([\w-]{1,64})/g, (whole, id) => tables.find((one) => one.id === id)?.name ?? whole),
  );

/** What stands in the tables that a flow looks into: a fact of a call to it. Nothing of those that cannot be read. */
export async function tablesOf(flow: Flow): Promise<Readonly<Record<string, LookupTable>>> {
  const ids = idsNamed(linkFlow(flow).linked, "table");
  const read = await Promise.all(
    ids.map((id) =>
      tablesApi.content(id).then(
        (table) => [[id, table] as const],
        () => [],
      ),
    ),
  );
  return Object.fromEntries(read.flat());
}
