import { randomUUID } from "node:crypto";

/** Names one request in the log; a proxy in front may have named it already. */
export const requestIdHeader = "X-Request-Id";

/** What the header says, as far as it can be said back and written into a log. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && /^[\w\-=]{1,255}$/.test(given) ? given : randomUUID();
}
