import type { Deps } from "../../server/src/deps.ts";

/** Dependencies that break when somebody who is not signed in gets as far as using them. */
export function guardedDeps(): Deps {
  const untouchable = new Proxy({}, { get: (_, name) => () => Promise.reject(new Error(`${String(name)} was used`)) });
  const settings = {
    publicUrl: "http://x",
    version: "1",
    fallback: { apology: "" },
    editorFolder: "/none",
    trustedProxies: new Set(),
  };
  const phoneSystem = { current: () => ({ kind: "virtual" }) };
  const login = { findUser: async () => undefined };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const rates = { api: { take: () => true } };
  const named = { settings, phoneSystem, login, log, rates };
  // Whatever is not named here is untouchable, so the shape is right for every use that may happen.
  return new Proxy(named, { get: (target, name) => Reflect.get(target, name) ?? untouchable }) as unknown as Deps;
}
