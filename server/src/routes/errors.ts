import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Log } from "../deps.ts";
import { Refusal } from "../refusal.ts";

/** The one table of codes and statuses. A code that is not here begins with `pbx-`: the phone system refused. */
const statusOf: Readonly<Record<string, ContentfulStatusCode>> = {
  "bad-request": 400,
  "not-signed-in": 401,
  "wrong-password": 401,
  "other-origin": 403,
  "not-found": 404,
  conflict: 409,
  "not-published": 409,
  "too-large": 413,
  "invalid-flow": 422,
  "flow-has-errors": 422,
  "no-outgoing-entry": 422,
  "no-number": 422,
  "unknown-variable": 422,
  "wrong-value": 422,
  "bad-script": 422,
  "speed-needs-script": 422,
  "too-many-tries": 429,
};

/** Every failure under /api in its one shape. What is no refusal is a fault of ours: logged, and not told in detail. */
export function answerError(log: Log) {
  return (error: Error, context: Context): Response => {
    if (error instanceof Refusal) {
      const { code, message, details } = error;
      return context.json({ error: { code, message, ...details } }, statusOf[code] ?? 502);
    }
    log.error("A request failed", { request: context.get("requestId"), path: context.req.path, stack: error.stack });
    const message = "Something went wrong on the server; nothing was changed. The reason is in its log.";
    return context.json({ error: { code: "server-fault", message } }, 500);
  };
}
