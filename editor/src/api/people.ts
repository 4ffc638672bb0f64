import type { Role } from "../rights.ts";
import { ask } from "./client.ts";

/** Somebody who may sign in, or could before they were deactivated. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly createdAt: string;
}

/** What lets a program in; the token itself is told once, when it is made. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** E-mail address. */
  readonly owner: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
}

const at = (id: string) => encodeURIComponent(id);

export const peopleApi = {
  users: () => ask<{ users: readonly Account[] }>("GET", "/users"),
  addUser: (user: Pick<Account, "email" | "name" | "role">) =>
    ask<{ user: Account; password: string }>("POST", "/users", user),
  changeUser: (id: string, changed: Partial<Pick<Account, "name" | "role" | "active">>) =>
    ask<Account>("PUT", `/users/${at(id)}`, changed),
  removeUser: (id: string) => ask<Account>("DELETE", `/users/${at(id)}`),
  resetPassword: (id: string) => ask<{ password: string }>("POST", `/users/${at(id)}/password`),
  changeOwnPassword: (current: string, next: string) => ask<void>("PUT", "/session/password", { current, next }),
  signOutEverywhere: () => ask<void>("DELETE", "/sessions"),
  tokens: () => ask<{ tokens: readonly ApiToken[] }>("GET", "/tokens"),
  makeToken: (token: { readonly name: string; readonly role: Role; readonly days?: number }) =>
    ask<ApiToken & { token: string }>("POST", "/tokens", token),
  revokeToken: (id: string) => ask<void>("DELETE", `/tokens/${at(id)}`),
};
