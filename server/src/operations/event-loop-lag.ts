/** Milliseconds between two looks at the clock. Short against what a caller notices, long against what it costs. */
const intervalMs = 50;

export interface EventLoopLag {
  /** Milliseconds that work waits before it begins: of the last look, or of the one that is overdue. */
  ms(): number;
  stop(): void;
}

/** Notices when the process has more to do than it can: a timer comes late by as much as everything else does. */
export function watchEventLoop(now: () => number = () => performance.now()): EventLoopLag {
  let last = 0;
  let due = now() + intervalMs;
  const timer = setInterval(() => {
    last = Math.max(0, now() - due);
    due = now() + intervalMs;
  }, intervalMs);
  timer.unref();
  return { ms: () => Math.max(last, now() - due, 0), stop: () => clearInterval(timer) };
}
