import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { Kysely } from "kysely";
import { type Role, roles, type Who } from "./roles.ts";

type SignIn =
  | { readonly user: Who; readonly cookies: readonly string[] }
  | { readonly refused: "wrong-password" | "too-many-tries" };

/** Who may use the editor. Sessions live in our database; the browser holds a signed cookie. */
export interface Login {
  /** `address`: where the request came from; tries are counted by it. */
  signIn(email: string, password: string, address: string): Promise<SignIn>;
  /** Undefined without a valid cookie. The cookies, if any, make the browser remember as long as the server does. */
  findUser(headers: Headers): Promise<{ readonly user: Who; readonly cookies: readonly string[] } | undefined>;
  /** Returns the cookies that make the browser forget. */
  signOut(headers: Headers): Promise<readonly string[]>;
  hasUsers(): Promise<boolean>;
  addUser(user: Omit<Who, "id"> & { readonly password: string }): Promise<void>;
}

export interface LoginOptions {
  /** At least 32 random characters. Another one signs everybody out. */
  readonly secret: string;
  readonly publicUrl: string;
}

/** Read only by better-auth, written only by us: the socket's address, which no client can choose. */
const addressHeader = "x-ozflow-address";

const tables = {
  users: "login_user",
  sessions: "login_session",
  accounts: "login_account",
  proofs: "login_verification",
  tries: "login_tries",
};

/** Login by better-auth: it keeps passwords (scrypt), sessions, cookies and the count of tries. Makes its tables. */
export async function createLogin(db: Kysely<unknown>, { secret, publicUrl }: LoginOptions): Promise<Login> {
  const options = {
    database: { db, type: "sqlite" as const },
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { modelName: tables.users, additionalFields: { role: { type: [...roles], required: true, input: false } } },
    // Seconds. Who comes back within a week stays signed in.
    session: { modelName: tables.sessions, expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: tables.accounts },
    verification: { modelName: tables.proofs },
    // Counted in the database, so that it holds for every server on it.
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      modelName: tables.tries,
      customRules: { "/sign-in/email": { window: 60, max: 10 } },
    },
    advanced: { cookiePrefix: "ozflow", ipAddress: { ipAddressHeaders: [addressHeader] } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);

  /** Through the handler and not `auth.api`, because only the handler counts tries. */
  async function ask(path: string, headers: Record<string, string>, body: unknown): Promise<Response> {
    const origin = new URL(publicUrl).origin;
    const init = { method: "POST", headers: { ...headers, origin, "content-type": "application/json" } };
    return await auth.handler(new Request(`${publicUrl}/api/auth${path}`, { ...init, body: JSON.stringify(body) }));
  }

  return {
    async signIn(email, password, address) {
      const response = await ask("/sign-in/email", { [addressHeader]: address }, { email, password });
      if (response.status === 429) return { refused: "too-many-tries" };
      if (!response.ok) return { refused: "wrong-password" };
      const cookies = response.headers.getSetCookie();
      const session = await auth.api.getSession({ headers: new Headers({ cookie: toRequestCookie(cookies) }) });
      return session === null ? { refused: "wrong-password" } : { user: toWho(session.user), cookies };
    },
    async findUser(headers) {
      if (!headers.has("cookie")) return undefined;
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      return response === null ? undefined : { user: toWho(response.user), cookies: answered.getSetCookie() };
    },
    async signOut(headers) {
      const response = await ask("/sign-out", { cookie: headers.get("cookie") ?? "" }, {});
      return response.headers.getSetCookie();
    },
    async hasUsers() {
      const { adapter } = await auth.$context;
      return (await adapter.count({ model: "user" })) > 0;
    },
    async addUser({ email, name, role, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const user = await internalAdapter.createUser({ email: email.toLowerCase(), name, role }, { method: "admin" });
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: "credential",
        password: await passwords.hash(password),
      });
    },
  };
}

/** The role was written by `addUser`. */
function toWho({ id, email, name, role }: { id: string; email: string; name: string; role: string }): Who {
  return { id, email, name, role: role as Role };
}

function toRequestCookie(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
