import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "./deps.ts";

export const systemClock: Clock = {
  now: () => new Date(),
  wait: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};
