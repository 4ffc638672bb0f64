import { createMetrics } from "../../server/src/operations/metrics.ts";
import { createOverloadGuard } from "../../server/src/operations/overload.ts";

/** What a server watches itself with, for an app that is called directly and never overloaded. */
export function operations() {
  return { metrics: createMetrics(), overload: createOverloadGuard({ inFlight: 1000, lagMs: 60_000 }, () => 0) };
}
