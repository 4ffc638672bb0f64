import type { LookupTable } from "@ozflow/compiler";
import type { TableStore } from "../store/table-store.ts";

/** Versions of tables, by the tables' ids. */
export type TableVersions = Readonly<Record<string, number>>;

/** Tables that flows look into, kept in memory: each callback may look into some. */
export interface TableBook {
  ids(): readonly string[];
  /** The newest of these that are known, without asking the database. */
  newest(ids: readonly string[]): TableVersions;
  /** What stands in these versions; nothing of those that are gone. */
  contents(versions: TableVersions): Promise<Readonly<Record<string, LookupTable>>>;
  /** Notices what has changed, here or by another server. */
  refresh(): Promise<void>;
}

/** Versions held in memory; one is at most some megabytes (`tableLimits`). */
const mostHeld = 30;

export function createTableBook(store: Pick<TableStore, "list" | "content" | "stamp">): TableBook {
  let stamp = "";
  let versions: ReadonlyMap<string, number> = new Map();
  /** The one used last stands last. */
  const held = new Map<string, LookupTable>();

  async function content(id: string, version: number): Promise<LookupTable | undefined> {
    const name = `${id} ${version}`;
    let table = held.get(name);
    if (table === undefined) {
      const text = await store.content(id, version);
      if (text === undefined) return undefined;
      // Written by `lookup-tables.ts`, which had it from the reader.
      table = JSON.parse(text) as LookupTable;
    }
    held.delete(name);
    held.set(name, table);
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    return table;
  }

  return {
    ids: () => [...versions.keys()],
    newest: (ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const version = versions.get(id);
          return version === undefined ? [] : [[id, version]];
        }),
      ),
    async contents(asked) {
      const found = await Promise.all(
        Object.entries(asked).map(async ([id, version]) => [id, await content(id, version)] as const),
      );
      return Object.fromEntries(found.flatMap(([id, table]) => (table === undefined ? [] : [[id, table]])));
    },
    async refresh() {
      const now = await store.stamp();
      if (now === stamp) return;
      versions = new Map((await store.list()).map(({ id, version }) => [id, version]));
      stamp = now;
    },
  };
}
