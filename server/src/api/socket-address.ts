import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Where a request came from, as the socket says: no client can choose it. Undefined without a socket, as in tests that call the app directly. */
export function socketAddress(context: Context): string | undefined {
  const isServed = context.env !== undefined && "incoming" in context.env;
  return isServed ? getConnInfo(context).remote.address : undefined;
}
