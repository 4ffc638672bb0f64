import { said } from "@ozflow/compiler";
import { hashOfToken, newApiToken } from "../../auth/api-tokens.ts";
import { mayDo, type Role, type Who } from "../../auth/roles.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { TokenRow } from "../../store/token-store.ts";

type TokenDeps = Pick<Deps, "users" | "store" | "clock" | "newId">;

/** Never with the token itself: that is told once, when it is made. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly owner: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
}

/** One's own; an administrator sees everybody's. */
export async function listTokens({ store, users }: TokenDeps, who: Who): Promise<readonly TokenView[]> {
  const rows = await store.tokens.list(who.role === "admin" ? undefined : who.id);
  const emails = new Map((await users.list()).map((user) => [user.id, user.email]));
  return rows.map((row) => viewToken(row, emails.get(row.userId) ?? ""));
}

export async function makeToken(
  { store, clock, newId }: TokenDeps,
  input: { readonly who: Who; readonly name: string; readonly role: Role; readonly days?: number | undefined },
): Promise<TokenView & { readonly token: string }> {
  const { who, name, role, days } = input;
  if (!mayDo(who.role, role)) {
    throw new Refusal("not-allowed", said`Your role is ${who.role}, so your tokens cannot have the role ${role}.`);
  }
  const token = newApiToken();
  const now = clock.now();
  const row: TokenRow = {
    id: newId(),
    hash: hashOfToken(token),
    name,
    userId: who.id,
    role,
    createdAt: now.toISOString(),
    expiresAt: days === undefined ? null : new Date(now.getTime() + days * dayMs).toISOString(),
    usedAt: null,
  };
  await store.tokens.insert(row);
  return { ...viewToken(row, who.email), token };
}

/** Returns what it was called. */
export async function revokeToken({ store }: TokenDeps, who: Who, id: string): Promise<string> {
  const row = await store.tokens.delete(id, who.role === "admin" ? undefined : who.id);
  if (row === undefined) throw new Refusal("not-found", said`There is no such token; it may have been revoked.`);
  return row.name;
}

const dayMs = 86_400_000;

function viewToken({ id, name, role, createdAt, expiresAt, usedAt }: TokenRow, owner: string): TokenView {
  return { id, name, role: role as Role, owner, createdAt, expiresAt, usedAt };
}
