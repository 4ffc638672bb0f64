import { said } from "@ozflow/compiler";
import type { Context } from "hono";
import { mayDo, type Who } from "../auth/roles.ts";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import type { Route } from "./route.ts";

/** Who asks, when they may. Undefined only where anyone may. */
export async function authorize(
  { login }: Pick<Deps, "login">,
  context: Context,
  { role: minimal, byPersonOnly }: Pick<Route, "role" | "byPersonOnly">,
): Promise<Who | undefined> {
  const found = await login.findUser(context.req.raw.headers);
  for (const cookie of found?.cookies ?? []) context.header("Set-Cookie", cookie, { append: true });
  if (found === undefined && minimal !== "anyone") throw notSignedIn();
  if (found !== undefined && !mayDo(found.user.role, minimal)) {
    const sentence = said`This needs the role ${minimal}, and yours is ${found.user.role}. Ask an administrator.`;
    throw new Refusal("not-allowed", sentence);
  }
  if (byPersonOnly === true && found?.user.token !== undefined) {
    throw new Refusal("person-only", said`A program cannot do this with a token. Sign in with your password.`);
  }
  return found?.user;
}

export function notSignedIn(): Refusal {
  return new Refusal("not-signed-in", said`Sign in first.`);
}
