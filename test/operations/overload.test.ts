import { describe, expect, test } from "vitest";
import type { Deps } from "../../server/src/deps.ts";
import { openGuard } from "../../server/src/guard/guard.ts";
import { createGuards } from "../../server/src/guard/guards.ts";
import { createOverloadGuard } from "../../server/src/operations/overload.ts";
import { whileListening } from "../support/listening-app.ts";
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

const never = () => new Promise<never>(() => {});

/** A server whose database answers nothing any more: every callback hangs until its time is over. */
async function hangingServer(inFlight: number, { sources = [] as string[], seconds = 1 } = {}) {
  const guard = JSON.stringify({ ...openGuard, sources });
  let asked = 0;
  const guards = createGuards(
    {
      settings: { find: async () => (asked++ === 0 ? guard : never()), set: never },
      guards: { findOfFlow: never, setOfFlow: never },
    },
    { now: () => new Date(), wait: never },
  );
  await guards.refresh();
  guards.refresh();
  const watch = operations({ apology: "Sorry." });
  // Nothing else is used on this way.
  const deps = {
    guards,
    store: { flows: { findByKey: never }, sessions: { recall: () => undefined, find: never } },
    settings: {
      publicUrl: "http://app.example",
      callbackSeconds: seconds,
      editorFolder: "/",
      trustedProxies: { has: () => false },
    },
    log: { debug: () => {}, error: () => {} },
    ...watch,
    overload: createOverloadGuard({ inFlight, lagMs: 60_000 }, () => 0),
  } as unknown as Deps;
  return { deps, metrics: watch.metrics };
}

const post = (url: string) => fetch(url, { method: "POST" });

describe("a database that does not answer", () => {
  test.each([
    ["a new call", "/c/key"],
    ["a call on the line", "/c/key/1/in?s=x&t=1"],
    ["the end of a call", "/c/key/finished?s=x"],
  ])("%s gets the fallback when the time is over", async (_what, path) => {
    const { deps, metrics } = await hangingServer(10);
    await whileListening(deps, async (url) => {
      const began = performance.now();
      const answer = await post(`${url}${path}`);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("<Speak>Sorry.</Speak>")]);
      expect(performance.now() - began).toBeGreaterThan(900);
    });
    expect(await metrics.registry.metrics()).toContain('ozflow_fallbacks_total{reason="late"} 1');
  });

  test("of 200 callers at once 20 wait, and 180 hear the fallback at once instead of queueing", async () => {
    // Longer than the slowest machine needs for all of them: whoever is answered has not waited.
    const { deps, metrics } = await hangingServer(20, { seconds: 30 });
    const all = await whileListening(deps, async (url) => {
      let heard = 0;
      const call = async () => {
        const answer = await post(`${url}/c/key`);
        expect(await answer.text()).toContain("<Speak>Sorry.</Speak>");
        heard += 1;
      };
      const calls = Promise.allSettled(Array.from({ length: 200 }, call));
      await expect.poll(() => heard).toBe(180);
      expect(deps.overload.inFlight()).toBe(20);
      return { calls };
    });
    // The server stopped while they waited.
    expect((await all.calls).filter(({ status }) => status === "rejected")).toHaveLength(20);
    expect(await metrics.registry.metrics()).toContain('ozflow_callbacks_total{outcome="shed"} 180');
  });

  test("who may call back is still known: strangers are sent away without being waited for", async () => {
    const { deps, metrics } = await hangingServer(10, { sources: ["10.0.0.0/8"] });
    const said = await whileListening(deps, async (url) => (await post(`${url}/c/key`)).text());
    expect(said).toContain("<Speak>Sorry.</Speak>");
    expect(await metrics.registry.metrics()).toContain('ozflow_fallbacks_total{reason="refused"} 1');
  });
});
