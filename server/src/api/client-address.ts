import type { Context } from "hono";
import type { Settings } from "../deps.ts";
import { socketAddress } from "./socket-address.ts";

type Trust = Pick<Settings, "trustedProxies">;

/**
 * Where a request came from that a socket brought. What a client says of itself is believed of our own proxies
 * (`TRUST_PROXY`) only: then it is the last address in X-Forwarded-For that is none of theirs.
 */
export function addressBehind(socket: string, forwardedFor: string | undefined, { trustedProxies }: Trust): string {
  if (!trustedProxies.has(socket)) return socket;
  const way = (forwardedFor ?? "").split(",").map((one) => one.trim());
  return way.filter((one) => one !== "").findLast((one) => !trustedProxies.has(one)) ?? socket;
}

export function clientAddress(context: Context, trust: Trust): string {
  return addressBehind(socketAddress(context) ?? "here", context.req.header("X-Forwarded-For"), trust);
}
