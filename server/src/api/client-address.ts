import type { Context } from "hono";
import type { Settings } from "../deps.ts";
import { socketAddress } from "./socket-address.ts";

/**
 * Where a request came from. What a client says of itself is believed of our own proxies (`TRUST_PROXY`) only: then it is
 * the last address in X-Forwarded-For that is none of theirs.
 */
export function clientAddress(context: Context, { trustedProxies }: Pick<Settings, "trustedProxies">): string {
  const socket = socketAddress(context) ?? "here";
  if (!trustedProxies.has(socket)) return socket;
  const way = (context.req.header("X-Forwarded-For") ?? "").split(",").map((one) => one.trim());
  return way.filter((one) => one !== "").findLast((one) => !trustedProxies.has(one)) ?? socket;
}
