import type { AsyncLocalStorage } from "node:async_hooks";
import {
  getCurrentAuthContextAsyncLocalStorage,
  getCurrentDBAdapterAsyncLocalStorage,
  getRequestStateAsyncLocalStorage,
} from "@better-auth/core/context";

/** The process has one of each, whatever number of servers is in it. */
let storages: readonly AsyncLocalStorage<unknown>[] = [];
let underWay = 0;

/** Before anything is {@link followed}. */
export async function prepareFollowing(): Promise<void> {
  storages = await Promise.all([
    getCurrentAuthContextAsyncLocalStorage(),
    getCurrentDBAdapterAsyncLocalStorage(),
    getRequestStateAsyncLocalStorage(),
  ]);
}

/**
 * Work of better-auth, which follows what belongs to a request through all of its promises. Once it has begun to, Node 20
 * follows every promise of the process, and each takes more than twice as long (measured); so when nobody is being let in
 * any more, it is told to stop. It begins again by itself.
 */
export async function followed<Result>(work: () => Promise<Result>): Promise<Result> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    if (underWay === 0) for (const storage of storages) storage.disable();
  }
}
