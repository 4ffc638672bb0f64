import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The one table of refusals: why /api says no, and with which status. */
const statuses = {
  "bad-request": 400,
  "not-signed-in": 401,
  "wrong-password": 401,
  deactivated: 403,
  "not-allowed": 403,
  "person-only": 403,
  "other-origin": 403,
  "number-not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "in-use": 409,
  /** The environment of the server says it. */
  "set-elsewhere": 409,
  "not-published": 409,
  "last-admin": 409,
  "too-large": 413,
  "packed-body": 415,
  "invalid-flow": 422,
  "flow-has-errors": 422,
  "no-outgoing-entry": 422,
  "no-number": 422,
  "key-used": 422,
  "not-audio": 422,
  "not-a-table": 422,
  "unknown-variable": 422,
  "wrong-value": 422,
  "bad-script": 422,
  "speed-needs-script": 422,
  "too-many-tries": 429,
  "too-many-requests": 429,
  "too-many-calls": 429,
  /** Stands for every code that begins with `pbx-`: the phone system refused, or could not be asked. */
  pbx: 502,
} as const satisfies Record<string, ContentfulStatusCode>;

export type RefusalCode = keyof typeof statuses;

export function statusOf(code: string): ContentfulStatusCode {
  return code in statuses ? statuses[code as RefusalCode] : statuses.pbx;
}
