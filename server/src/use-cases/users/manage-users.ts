import { said } from "@ozflow/compiler";
import type { Role, Who } from "../../auth/roles.ts";
import type { StoredUser } from "../../auth/users.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";

type UserDeps = Pick<Deps, "users" | "store" | "newId">;

export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly createdAt: string;
}

export async function listUsers({ users }: UserDeps): Promise<readonly UserView[]> {
  return (await users.list()).map(viewUser);
}

/** The password is told only when it was made here: there is no other way to hand it over. */
export async function addUser(
  { users, newId }: UserDeps,
  input: { readonly email: string; readonly name: string; readonly role: Role; readonly password?: string | undefined },
): Promise<{ readonly user: UserView; readonly password?: string }> {
  if ((await users.findByEmail(input.email)) !== undefined) {
    throw new Refusal("conflict", said`Somebody with the e-mail address ${input.email} is there already.`);
  }
  const password = input.password ?? newId();
  const user = viewUser(await users.add(input, password));
  return input.password === undefined ? { user, password } : { user };
}

/** Whoever loses a role or is deactivated is signed out, so that it counts at once. */
export async function changeUser(
  deps: UserDeps,
  {
    id,
    ...changed
  }: {
    readonly id: string;
    readonly name?: string | undefined;
    readonly role?: Role | undefined;
    readonly active?: boolean | undefined;
  },
): Promise<UserView> {
  const { users, store } = deps;
  const before = await findUser(deps, id);
  const after = { ...before, ...withoutUndefined(changed) };
  if (!isAdmin(after)) await keepAnAdmin(deps, before);
  const stored = await users.change(id, withoutUndefined(changed));
  if (!after.active) await store.tokens.deleteOfUser(id);
  if (!after.active || after.role !== before.role) await users.signOut(id);
  return viewUser(stored);
}

/** With sessions and tokens; what they did stays in the audit log. Returns who it was. */
export async function removeUser(deps: UserDeps, id: string): Promise<UserView> {
  const user = await findUser(deps, id);
  await keepAnAdmin(deps, user);
  await deps.store.tokens.deleteOfUser(id);
  await deps.users.remove(id);
  return viewUser(user);
}

/** A new password for somebody who forgot theirs; signs them out everywhere. */
export async function resetPassword(
  deps: UserDeps,
  id: string,
): Promise<{ readonly user: UserView; readonly password: string }> {
  const user = viewUser(await findUser(deps, id));
  const password = deps.newId();
  await deps.users.setPassword(id, password);
  await deps.users.signOut(id);
  return { user, password };
}

export async function signOutEverywhere({ users }: UserDeps, who: Who): Promise<void> {
  await users.signOut(who.id);
}

async function findUser({ users }: UserDeps, id: string): Promise<StoredUser> {
  const user = await users.find(id);
  if (user === undefined) throw new Refusal("not-found", said`There is no such user.`);
  return user;
}

async function keepAnAdmin({ users }: UserDeps, leaving: StoredUser): Promise<void> {
  if (isAdmin(leaving) && (await users.list()).filter(isAdmin).length === 1) {
    throw new Refusal("last-admin", said`This is the last administrator. Make somebody else one first.`);
  }
}

const isAdmin = ({ role, active }: Pick<StoredUser, "role" | "active">) => role === "admin" && active;

function viewUser({ id, email, name, role, active, createdAt }: StoredUser): UserView {
  return { id, email, name, role, active, createdAt: new Date(createdAt).toISOString() };
}

function withoutUndefined<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
}
