import { createStore, del, get, keys, set } from "idb-keyval";
import type { KeyValueStore } from "../model/drafts.ts";

/** The browser's own database: large flows fit, and writing to it never holds up the page. */
export function browserStorage(): KeyValueStore {
  // Opened with the first question, so that a browser that forbids it refuses there.
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => {
    opened ??= createStore("ozflow-drafts", "drafts");
    return opened;
  };
  return {
    keys: async () => (await keys(store())).map(String),
    get: async (key) => await get(key, store()),
    set: async (key, value) => await set(key, value, store()),
    del: async (key) => await del(key, store()),
  };
}

const tabKey = "ozflow.tab";

/** A name for this tab that a reload keeps. */
export function tabName(): string {
  try {
    const known = sessionStorage.getItem(tabKey);
    if (known !== null) return known;
    const name = newName();
    sessionStorage.setItem(tabKey, name);
    return name;
  } catch {
    // Storage is forbidden: then nothing can be found again anyhow.
    return newName();
  }
}

function newName(): string {
  return Math.random().toString(36).slice(2);
}
