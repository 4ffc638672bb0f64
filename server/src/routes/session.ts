import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import { readJson } from "./read-json.ts";
import { socketAddress } from "./socket-address.ts";

const credentials = z.strictObject({ email: z.string().max(320), password: z.string().max(1024) });

/** `/api/session`: who is signed in, signing in and out. */
export function sessionRoutes({ login }: Pick<Deps, "login">): Hono {
  const routes = new Hono();
  routes.get("/", async (context) => {
    const user = await login.findUser(context.req.raw.headers);
    if (user === undefined) throw notSignedIn();
    return context.json({ user });
  });
  routes.post("/", async (context) => {
    const { email, password } = await readJson(context, credentials);
    const result = await login.signIn(email, password, socketAddress(context) ?? "here");
    if ("refused" in result) throw new Refusal(result.refused, sentences[result.refused]);
    for (const cookie of result.cookies) context.header("Set-Cookie", cookie, { append: true });
    return context.json({ user: result.user });
  });
  routes.delete("/", async (context) => {
    for (const cookie of await login.signOut(context.req.raw.headers)) {
      context.header("Set-Cookie", cookie, { append: true });
    }
    return context.body(null, 204);
  });
  return routes;
}

/** Lets nobody by who is not signed in. */
export function signedIn({ login }: Pick<Deps, "login">): MiddlewareHandler {
  return async (context, next) => {
    if ((await login.findUser(context.req.raw.headers)) === undefined) throw notSignedIn();
    await next();
  };
}

const sentences = {
  "wrong-password": "The e-mail address and the password do not fit together.",
  "too-many-tries": "That was tried too often. Wait a minute and try again.",
};

function notSignedIn(): Refusal {
  return new Refusal("not-signed-in", "Sign in first.");
}
