import type { Clock } from "@ozflow/server";

/** Time that only moves when the test says so. */
export class ManualClock implements Clock {
  private nowMs = Date.UTC(2030, 0, 1);
  private readonly waiting = new Set<{ readonly dueMs: number; readonly wake: () => void }>();

  now(): Date {
    return new Date(this.nowMs);
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiter = { dueMs: this.nowMs + ms, wake: resolve };
      this.waiting.add(waiter);
      const giveUp = () => {
        this.waiting.delete(waiter);
        resolve();
      };
      if (signal?.aborted) giveUp();
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  /** Lets time pass; whoever waits wakes up in order and has done its work when this resolves. */
  async pass(seconds: number): Promise<void> {
    const untilMs = this.nowMs + seconds * 1000;
    await settled();
    for (let next = this.next(untilMs); next !== undefined; next = this.next(untilMs)) {
      this.nowMs = next.dueMs;
      this.waiting.delete(next);
      next.wake();
      await settled();
    }
    this.nowMs = untilMs;
  }

  private next(untilMs: number) {
    return [...this.waiting].filter((one) => one.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];
  }
}

/** Everything that can happen without time or network has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
