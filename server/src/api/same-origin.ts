import { said } from "@ozflow/compiler";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "../refusal.ts";

/**
 * Writes come from our own page or from a program, never from another site that a signed-in user is looking at.
 * Browsers send Sec-Fetch-Site, older ones Origin; programs send neither.
 */
export function sameOrigin(publicUrl: string): MiddlewareHandler {
  const publicHost = new URL(publicUrl).host;
  return async (context, next) => {
    const { method } = context.req;
    if (method !== "GET" && method !== "HEAD" && isFromElsewhere(context.req.raw.headers, publicHost)) {
      throw new Refusal("other-origin", said`This request came from another web site and was not done.`);
    }
    await next();
  };
}

function isFromElsewhere(headers: Headers, publicHost: string): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("Origin");
  if (origin === null) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : "";
  return host !== headers.get("Host") && host !== publicHost;
}
