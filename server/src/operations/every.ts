import type { Log } from "../deps.ts";

/**
 * Does the work every so many seconds until the function that is returned is called, which resolves when nothing is
 * under way. A round that fails is logged, and the next one comes all the same.
 */
export function every(seconds: number, work: () => Promise<void>, log: Log): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(work).catch((error) => log.error("Something regular failed", { reason: String(error) }));
  }, seconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
