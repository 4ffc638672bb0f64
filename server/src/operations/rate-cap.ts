/** How often something may be done by one of many: by an address, at a callback key. */
export interface RateCap {
  /** False: too often; nothing was counted. */
  take(who: string): boolean;
}

/** Whoever came first makes room, so that a flood of names does not fill the memory. */
const maxKnown = 10_000;

/**
 * A token bucket for each: as many at once as a second (or `burst`) allows, and refilled as time passes. Counted in this
 * process: several servers allow as many times more.
 */
export function createRateCap(
  { perSecond, burst = perSecond }: { readonly perSecond: number; readonly burst?: number },
  now: () => number = () => performance.now(),
): RateCap {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    take(who) {
      const atMs = now();
      let bucket = buckets.get(who);
      if (bucket === undefined) {
        bucket = { tokens: burst, atMs };
        makeRoom();
        buckets.set(who, bucket);
      }
      bucket.tokens = Math.min(burst, bucket.tokens + ((atMs - bucket.atMs) * perSecond) / 1000);
      bucket.atMs = atMs;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };

  function makeRoom(): void {
    for (const oldest of buckets.keys()) {
      if (buckets.size < maxKnown) return;
      buckets.delete(oldest);
    }
  }
}
