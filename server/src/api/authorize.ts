import type { Context } from "hono";
import { type MinimalRole, mayDo, type Who } from "../auth/roles.ts";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";

/** Who asks, when they may. Undefined only where anyone may. */
export async function authorize(
  { login }: Pick<Deps, "login">,
  context: Context,
  minimal: MinimalRole,
): Promise<Who | undefined> {
  const found = await login.findUser(context.req.raw.headers);
  for (const cookie of found?.cookies ?? []) context.header("Set-Cookie", cookie, { append: true });
  if (found === undefined && minimal !== "anyone") throw notSignedIn();
  if (found !== undefined && !mayDo(found.user.role, minimal)) {
    const sentence = `This needs the role ${minimal}, and yours is ${found.user.role}. Ask an administrator.`;
    throw new Refusal("not-allowed", sentence);
  }
  return found?.user;
}

export function notSignedIn(): Refusal {
  return new Refusal("not-signed-in", "Sign in first.");
}
