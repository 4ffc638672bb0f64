import type { Clock, Log } from "../deps.ts";
import type { SecretStore } from "../store/secret-store.ts";
import { isSealedWith, type SealKey, seal, unseal } from "./seal.ts";

/** Named secrets, such as the token of a web service. Sealed at rest; nothing gives one out but `reveal`. */
export interface Vault {
  list(): Promise<readonly { readonly name: string; readonly updatedAt: string }[]>;
  set(name: string, value: string): Promise<void>;
  /** False when there is none. */
  delete(name: string): Promise<boolean>;
  /** For what the server sends itself; never for an answer. Undefined when there is none that can be read. */
  reveal(name: string): Promise<string | undefined>;
  /** What the server needs for itself. It has names of its own: nobody lists them, and no flow can name one. */
  readonly own: Pick<Vault, "set" | "delete" | "reveal">;
}

/** Begins the names of the server's own, in the store. No route takes such a name. */
const ownPrefix = "own:";
const isOwn = (name: string) => name.startsWith(ownPrefix);

interface VaultParts {
  readonly store: SecretStore;
  /** The first seals; the others can still open. */
  readonly keys: readonly [SealKey, ...SealKey[]];
  readonly clock: Clock;
  readonly log: Log;
}

export function createVault({ store, keys, clock, log }: VaultParts): Vault {
  const now = () => clock.now().toISOString();
  const set = (name: string, value: string) =>
    store.set({ name, sealed: seal(keys[0], name, value), updatedAt: now() });
  async function reveal(name: string): Promise<string | undefined> {
    const row = await store.find(name);
    const text = row === undefined ? undefined : unseal(keys, name, row.sealed);
    if (row !== undefined && text === undefined) {
      log.error("A secret cannot be opened: set OZFLOW_KEY to the key it was sealed with, or store it again", {
        name,
      });
    }
    return text;
  }
  return {
    list: async () => (await store.list()).filter(({ name }) => !isOwn(name)),
    set,
    delete: async (name) => !isOwn(name) && store.delete(name),
    reveal: async (name) => (isOwn(name) ? undefined : reveal(name)),
    own: {
      set: (name, value) => set(ownPrefix + name, value),
      delete: (name) => store.delete(ownPrefix + name),
      reveal: (name) => reveal(ownPrefix + name),
    },
  };
}

/** Seals with the first key whatever one of the others sealed: how a key is changed. Returns how many. */
export async function sealAgain({ store, keys }: Pick<VaultParts, "store" | "keys">): Promise<number> {
  let count = 0;
  for (const { name } of await store.list()) {
    const row = await store.find(name);
    if (row === undefined || isSealedWith(keys[0], row.sealed)) continue;
    const text = unseal(keys, name, row.sealed);
    if (text === undefined) continue;
    await store.set({ ...row, sealed: seal(keys[0], name, text) });
    count += 1;
  }
  return count;
}
