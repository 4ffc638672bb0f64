import { fallbackDocument } from "../../server/src/callback/fallback-document.ts";
import type { Fallback } from "../../server/src/deps.ts";
import { createMetrics } from "../../server/src/operations/metrics.ts";
import { createOverloadGuard } from "../../server/src/operations/overload.ts";

/** What a server watches itself with, for an app that is called directly and never overloaded. */
export function operations(fallback: Fallback) {
  const document = fallbackDocument(fallback);
  const fallbacks = { remember: () => {}, known: () => document, find: async () => document };
  return {
    fallbacks,
    metrics: createMetrics(),
    overload: createOverloadGuard({ inFlight: 1000, lagMs: 60_000 }, () => 0),
    rates: { callbacks: { take: () => true }, api: { take: () => true } },
  };
}
