import type { Auth, StoredUser } from "./better-auth.ts";
import type { Role } from "./roles.ts";

export type { StoredUser } from "./better-auth.ts";

/** Everybody who may sign in. */
export interface Users {
  /** By e-mail address. */
  list(): Promise<readonly StoredUser[]>;
  find(id: string): Promise<StoredUser | undefined>;
  findByEmail(email: string): Promise<StoredUser | undefined>;
  /** The password as its owner types it. */
  add(user: Pick<StoredUser, "email" | "name" | "role">, password: string): Promise<StoredUser>;
  change(id: string, changed: { name?: string; role?: Role; active?: boolean }): Promise<StoredUser>;
  /** With their sessions and password. */
  remove(id: string): Promise<void>;
  setPassword(id: string, password: string): Promise<void>;
  /** On every device. */
  signOut(id: string): Promise<void>;
}

/**
 * On better-auth's own functions for its tables. Its admin plugin asks for the session of an administrator each time,
 * which a program with an API token does not have.
 */
export function createUsers({ context }: Pick<Auth, "context">): Users {
  const { internalAdapter, password: passwords } = context;
  return {
    async list() {
      const found = await internalAdapter.listUsers(maxListed, 0, { field: "email", direction: "asc" });
      return found as unknown as StoredUser[];
    },
    async find(id) {
      return ((await internalAdapter.findUserById(id)) as StoredUser | null) ?? undefined;
    },
    async findByEmail(email) {
      return (
        ((await internalAdapter.findUserByEmail(email.toLowerCase()))?.user as StoredUser | undefined) ?? undefined
      );
    },
    async add({ email, name, role }, password) {
      const user = { email: email.toLowerCase(), name, role, active: true };
      const stored = await internalAdapter.createUser<{ role: Role; active: boolean }>(user, { method: "admin" });
      await internalAdapter.linkAccount({
        userId: stored.id,
        accountId: stored.id,
        providerId: "credential",
        password: await passwords.hash(password),
      });
      return stored;
    },
    async change(id, changed) {
      return await internalAdapter.updateUser<{ role: Role; active: boolean }>(id, changed);
    },
    remove: (id) => internalAdapter.deleteUser(id),
    async setPassword(id, password) {
      await internalAdapter.updatePassword(id, await passwords.hash(password));
    },
    signOut: (id) => internalAdapter.deleteUserSessions(id),
  };
}

const maxListed = 10_000;
