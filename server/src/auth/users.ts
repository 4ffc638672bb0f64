import type { Auth, StoredUser } from "./better-auth.ts";
import { followed } from "./followed.ts";
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
      const byEmail = { field: "email", direction: "asc" } as const;
      return (await followed(() => internalAdapter.listUsers(maxListed, 0, byEmail))) as unknown as StoredUser[];
    },
    async find(id) {
      return ((await followed(() => internalAdapter.findUserById(id))) as StoredUser | null) ?? undefined;
    },
    async findByEmail(email) {
      const found = await followed(() => internalAdapter.findUserByEmail(email.toLowerCase()));
      return (found?.user as StoredUser | undefined) ?? undefined;
    },
    async add({ email, name, role }, password) {
      const user = { email: email.toLowerCase(), name, role, active: true };
      const hashed = await passwords.hash(password);
      return await followed(async () => {
        const stored = await internalAdapter.createUser<{ role: Role; active: boolean }>(user, { method: "admin" });
        await internalAdapter.linkAccount({
          userId: stored.id,
          accountId: stored.id,
          providerId: "credential",
          password: hashed,
        });
        return stored;
      });
    },
    change: (id, changed) => followed(() => internalAdapter.updateUser<{ role: Role; active: boolean }>(id, changed)),
    remove: (id) => followed(() => internalAdapter.deleteUser(id)),
    async setPassword(id, password) {
      const hashed = await passwords.hash(password);
      await followed(() => internalAdapter.updatePassword(id, hashed));
    },
    signOut: (id) => followed(() => internalAdapter.deleteUserSessions(id)),
  };
}

const maxListed = 10_000;
