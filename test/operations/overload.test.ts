import { describe, expect, test } from "vitest";
import { createApp } from "../../server/src/app.ts";
import type { Deps } from "../../server/src/deps.ts";
import { createOverloadGuard } from "../../server/src/operations/overload.ts";
import { operations } from "../support/operations.ts";

describe("callbacks in flight", () => {
  test("a new call is sent away at the limit, one on the line at twice of it", () => {
    const guard = createOverloadGuard({ inFlight: 2, lagMs: 1000 }, () => 0);
    expect(["new-call", "new-call", "new-call"].map(() => guard.admit("new-call"))).toEqual([true, true, false]);
    expect(["a", "b", "c"].map(() => guard.admit("running-call"))).toEqual([true, true, false]);
    guard.done();
    expect(guard.inFlight()).toBe(3);
    expect(guard.admit("running-call")).toBe(true);
  });

  test("the same by how far the server is behind", () => {
    let lagMs = 500;
    const guard = createOverloadGuard({ inFlight: 2, lagMs: 1000 }, () => lagMs);
    expect(guard.admit("new-call")).toBe(true);
    lagMs = 1500;
    expect([guard.admit("new-call"), guard.admit("running-call")]).toEqual([false, true]);
    lagMs = 2500;
    expect(guard.admit("running-call")).toBe(false);
  });
});

/** A server whose database never answers: every callback hangs until its time is over. */
function hangingServer(inFlight: number) {
  const never = () => new Promise<never>(() => {});
  const watch = operations({ apology: "Sorry." });
  // Nothing else is used on this way.
  const deps = {
    store: { flows: { findByKey: never }, sessions: { find: never } },
    settings: { publicUrl: "http://app.example", callbackSeconds: 1, editorFolder: "/" },
    log: { debug: () => {}, error: () => {} },
    ...watch,
    overload: createOverloadGuard({ inFlight, lagMs: 60_000 }, () => 0),
  } as unknown as Deps;
  return { app: createApp(deps), metrics: watch.metrics };
}

describe("a database that does not answer", () => {
  test("the caller hears the fallback when the time is over", async () => {
    const { app, metrics } = hangingServer(10);
    const began = performance.now();
    const answer = await app.request("/c/key", { method: "POST" });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("<Speak>Sorry.</Speak>")]);
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(await metrics.registry.metrics()).toContain('ozflow_fallbacks_total{reason="late"} 1');
  });

  test("of 200 callers at once 20 wait, and 180 hear the fallback at once instead of queueing", async () => {
    const { app, metrics } = hangingServer(20);
    const began = performance.now();
    const waits = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const answer = await app.request("/c/key", { method: "POST" });
        expect(await answer.text()).toContain("<Speak>Sorry.</Speak>");
        return performance.now() - began;
      }),
    );
    const [quick, slow] = [waits.filter((ms) => ms < 900), waits.filter((ms) => ms >= 900)];
    expect([quick.length, slow.length]).toEqual([180, 20]);
    expect(await metrics.registry.metrics()).toContain('ozflow_callbacks_total{outcome="shed"} 180');
  });
});
