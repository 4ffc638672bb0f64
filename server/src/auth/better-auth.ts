import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { Engine } from "../store/engines/engine.ts";
import { followed, prepareFollowing } from "./followed.ts";
import { type Role, roles } from "./roles.ts";

export interface AuthOptions {
  /** At least 32 random characters. Another one signs everybody out. */
  readonly secret: string;
  /** With https the cookies are for https only. */
  readonly publicUrl: string;
}

/** A row of the users' table. */
export interface StoredUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly createdAt: Date;
}

/** Read only by better-auth, written only by us: where the request came from, which no client can choose. */
export const addressHeader = "x-ozflow-address";

export const passwordLength = { min: 8, max: 128 } as const;

const tables = {
  users: "login_user",
  sessions: "login_session",
  accounts: "login_account",
  proofs: "login_verification",
  tries: "login_tries",
};

/** better-auth keeps passwords (scrypt), sessions, cookies and the count of tries. Makes its tables. */
export async function createAuth({ db, kind }: Engine, { secret, publicUrl }: AuthOptions) {
  const options = {
    database: { db, type: kind },
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: tables.users,
      additionalFields: {
        role: { type: [...roles], required: true, input: false },
        active: { type: "boolean" as const, required: true, input: false, defaultValue: true },
      },
    },
    // Seconds. Who comes back within a week stays signed in.
    session: { modelName: tables.sessions, expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: tables.accounts },
    verification: { modelName: tables.proofs },
    // Counted in the database, so that it holds for every server on it.
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      modelName: tables.tries,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/change-password": { window: 60, max: 10 } },
    },
    advanced: { cookiePrefix: "ozflow", ipAddress: { ipAddressHeaders: [addressHeader] } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
  await prepareFollowing();
  await followed(async () => (await getMigrations(options)).runMigrations());
  const auth = betterAuth(options);
  const origin = new URL(publicUrl).origin;

  return {
    /** Through the handler and not `auth.api`, because only the handler counts tries. */
    async ask(path: string, headers: Record<string, string>, body: unknown): Promise<Response> {
      const init = { method: "POST", headers: { ...headers, origin, "content-type": "application/json" } };
      const request = new Request(`${publicUrl}/api/auth${path}`, { ...init, body: JSON.stringify(body) });
      return await followed(() => auth.handler(request));
    },
    /** Undefined without a valid cookie. `cookies`: what makes the browser remember as long as the server does. */
    async findSession(headers: Headers): Promise<{ user: StoredUser; cookies: readonly string[] } | undefined> {
      const { response, headers: answered } = await followed(() =>
        auth.api.getSession({ headers, returnHeaders: true }),
      );
      if (response === null) return undefined;
      return { user: response.user as StoredUser, cookies: answered.getSetCookie() };
    },
    context: await followed(() => auth.$context),
  };
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
