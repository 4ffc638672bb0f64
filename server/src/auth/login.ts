import type { Clock } from "../deps.ts";
import type { TokenStore } from "../store/token-store.ts";
import { hashOfToken, tokenIn } from "./api-tokens.ts";
import { type Auth, addressHeader, type StoredUser } from "./better-auth.ts";
import { lesserOf, type Role, type Who } from "./roles.ts";
import type { Users } from "./users.ts";

type Refused = { readonly refused: "wrong-password" | "too-many-tries" | "deactivated" };

/** Who asks. Sessions live in our database; the browser holds a signed cookie, a program an API token. */
export interface Login {
  /** `address`: where the request came from; tries are counted by it. */
  signIn(
    email: string,
    password: string,
    address: string,
  ): Promise<{ readonly user: Who; readonly cookies: readonly string[] } | Refused>;
  /** Undefined without a valid cookie or token. The cookies, if any, go back to the browser. */
  findUser(headers: Headers): Promise<{ readonly user: Who; readonly cookies: readonly string[] } | undefined>;
  /** Returns the cookies that make the browser forget. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Signs out everywhere else. Returns the new cookies. */
  changePassword(
    headers: Headers,
    passwords: { readonly current: string; readonly next: string },
    address: string,
  ): Promise<{ readonly cookies: readonly string[] } | Refused>;
}

interface LoginParts {
  readonly auth: Auth;
  readonly users: Users;
  readonly tokens: Pick<TokenStore, "findByHash" | "markUsed">;
  readonly clock: Clock;
}

export function createLogin({ auth, users, tokens, clock }: LoginParts): Login {
  return {
    async signIn(email, password, address) {
      const response = await auth.ask("/sign-in/email", { [addressHeader]: address }, { email, password });
      if (!response.ok) return refusalOf(response);
      const cookies = response.headers.getSetCookie();
      const session = await auth.findSession(new Headers({ cookie: toRequestCookie(cookies) }));
      if (session === undefined) return { refused: "wrong-password" };
      if (session.user.active) return { user: toWho(session.user), cookies };
      await users.signOut(session.user.id);
      return { refused: "deactivated" };
    },
    async findUser(headers) {
      if (headers.has("authorization")) return await findByToken(headers);
      if (!headers.has("cookie")) return undefined;
      const session = await auth.findSession(headers);
      return session?.user.active ? { user: toWho(session.user), cookies: session.cookies } : undefined;
    },
    async signOut(headers) {
      const response = await auth.ask("/sign-out", { cookie: headers.get("cookie") ?? "" }, {});
      return response.headers.getSetCookie();
    },
    async changePassword(headers, { current, next }, address) {
      const asked = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const from = { cookie: headers.get("cookie") ?? "", [addressHeader]: address };
      const response = await auth.ask("/change-password", from, asked);
      return response.ok ? { cookies: response.headers.getSetCookie() } : refusalOf(response);
    },
  };

  /** A token never outlives its owner's rights: the lesser of the two roles counts. */
  async function findByToken(headers: Headers): Promise<{ user: Who; cookies: readonly string[] } | undefined> {
    const token = tokenIn(headers);
    const row = token === undefined ? undefined : await tokens.findByHash(hashOfToken(token));
    const now = clock.now().toISOString();
    if (row === undefined || (row.expiresAt !== null && row.expiresAt <= now)) return undefined;
    const owner = await users.find(row.userId);
    if (owner === undefined || !owner.active) return undefined;
    if (row.usedAt === null || Date.parse(now) - Date.parse(row.usedAt) > usedEveryMs) {
      await tokens.markUsed(row.id, now);
    }
    return { user: { ...toWho(owner), role: lesserOf(owner.role, row.role as Role), token: row.name }, cookies: [] };
  }
}

/** How exactly the last use of a token is known. */
const usedEveryMs = 60_000;

function refusalOf(response: Response): Refused {
  return { refused: response.status === 429 ? "too-many-tries" : "wrong-password" };
}

function toWho({ id, email, name, role }: StoredUser): Who {
  return { id, email, name, role };
}

function toRequestCookie(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
