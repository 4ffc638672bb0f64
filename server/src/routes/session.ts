import { said } from "@ozflow/compiler";
import type { Context } from "hono";
import { z } from "zod";
import { json, nothing } from "../api/answer.ts";
import { notSignedIn } from "../api/authorize.ts";
import { jsonBody } from "../api/body.ts";
import { clientAddress } from "../api/client-address.ts";
import { type Routes, route } from "../api/route.ts";
import { writeAudit } from "../audit.ts";
import { passwordLength } from "../auth/better-auth.ts";
import { roles } from "../auth/roles.ts";
import { Refusal } from "../refusal.ts";
import { signOutEverywhere } from "../use-cases/users/manage-users.ts";

const credentials = z.strictObject({ email: z.string().max(320), password: z.string().max(1024) });
const passwords = z.strictObject({
  current: z.string().max(1024),
  next: z.string().min(passwordLength.min).max(passwordLength.max),
});
const user = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    token: z.string().optional(),
  })
  .meta({ id: "User" });
const session = z.strictObject({ user });

/** `/api/session`: who is signed in, signing in and out. */
export const sessionRoutes = {
  getSession: route({
    method: "GET",
    path: "/session",
    role: "anyone",
    summary: "Who is signed in",
    answer: json(session),
    refusals: ["not-signed-in"],
    run(_deps, { who }) {
      if (who === undefined) throw notSignedIn();
      return { user: who };
    },
  }),
  signIn: route({
    method: "POST",
    path: "/session",
    role: "anyone",
    summary: "Sign in; the answer sets a cookie",
    body: jsonBody(credentials),
    answer: json(session),
    refusals: ["wrong-password", "too-many-tries", "deactivated"],
    async run(deps, { body, context }) {
      const address = clientAddress(context, deps.settings);
      const result = await deps.login.signIn(body.email, body.password, address);
      if ("refused" in result) {
        await writeAudit(deps, { action: "sign-in-refused", who: undefined, address, subject: { email: body.email } });
        throw new Refusal(result.refused, sentences[result.refused]);
      }
      await writeAudit(deps, { action: "signed-in", who: result.user, address, subject: {} });
      setCookies(context, result.cookies);
      return { user: result.user };
    },
  }),
  signOut: route({
    method: "DELETE",
    path: "/session",
    role: "anyone",
    summary: "Sign out",
    answer: nothing,
    audit: { action: "signed-out", subject: () => ({}) },
    async run({ login }, { context }) {
      setCookies(context, await login.signOut(context.req.raw.headers));
    },
  }),
  signOutEverywhere: route({
    method: "DELETE",
    path: "/sessions",
    role: "viewer",
    byPersonOnly: true,
    summary: "Sign out on every device",
    answer: nothing,
    audit: { action: "signed-out-everywhere", subject: () => ({}) },
    async run(deps, { who, context }) {
      await signOutEverywhere(deps, who);
      setCookies(context, await deps.login.signOut(context.req.raw.headers));
    },
  }),
  changePassword: route({
    method: "PUT",
    path: "/session/password",
    role: "viewer",
    byPersonOnly: true,
    summary: "Change one's own password; signs out everywhere else",
    body: jsonBody(passwords),
    answer: nothing,
    refusals: ["wrong-password", "too-many-tries"],
    audit: { action: "password-changed", subject: () => ({}) },
    async run({ login, settings }, { body, context }) {
      const { headers } = context.req.raw;
      const result = await login.changePassword(headers, body, clientAddress(context, settings));
      if ("refused" in result) throw new Refusal(result.refused, passwordSentences[result.refused]);
      setCookies(context, result.cookies);
    },
  }),
} satisfies Routes;

function setCookies(context: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header("Set-Cookie", cookie, { append: true });
}

const sentences = {
  "wrong-password": said`The e-mail address and the password do not fit together.`,
  "too-many-tries": said`That was tried too often. Wait a minute and try again.`,
  deactivated: said`This account is deactivated. Ask an administrator.`,
};

const passwordSentences = { ...sentences, "wrong-password": said`The current password is not right.` };
