import type { Context } from "hono";
import { z } from "zod";

import { json, nothing } from "../api/answer.ts";
import { notSignedIn } from "../api/authorize.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { roles } from "../auth/roles.ts";
import { Refusal } from "../refusal.ts";
import { socketAddress } from "./socket-address.ts";

const credentials = z.strictObject({ email: z.string().max(320), password: z.string().max(1024) });
const user = z
  .strictObject({ id: z.string(), email: z.string(), name: z.string(), role: z.enum(roles) })
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
    refusals: ["wrong-password", "too-many-tries"],
    async run({ login }, { body, context }) {
      const result = await login.signIn(body.email, body.password, socketAddress(context) ?? "here");
      if ("refused" in result) throw new Refusal(result.refused, sentences[result.refused]);
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
    async run({ login }, { context }) {
      setCookies(context, await login.signOut(context.req.raw.headers));
    },
  }),
} satisfies Routes;

function setCookies(context: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header("Set-Cookie", cookie, { append: true });
}

const sentences = {
  "wrong-password": "The e-mail address and the password do not fit together.",
  "too-many-tries": "That was tried too often. Wait a minute and try again.",
};
