import type { Clock } from "../../deps.ts";
import { raised } from "./raised.ts";

/** The time of one call: it stands still while the call is on hold, and with it all that is waited for on the line. */
export class CallClock implements Clock {
  private readonly clock: Clock;
  /** When it was stopped, on the clock outside; undefined: it goes. */
  private stoppedAtMs: number | undefined;
  /** How long it has stood still before. */
  private stoodMs = 0;
  /** Raised by each change. */
  private change = new AbortController();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get isStopped(): boolean {
    return this.stoppedAtMs !== undefined;
  }

  now(): Date {
    return new Date((this.stoppedAtMs ?? this.clock.now().getTime()) - this.stoodMs);
  }

  stop(): void {
    this.stoppedAtMs ??= this.clock.now().getTime();
    this.tellChange();
  }

  goOn(): void {
    if (this.stoppedAtMs === undefined) return;
    this.stoodMs += this.clock.now().getTime() - this.stoppedAtMs;
    this.stoppedAtMs = undefined;
    this.tellChange();
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    const endMs = this.now().getTime() + ms;
    while (signal?.aborted !== true) {
      const changed = this.change.signal;
      const stirred = signal === undefined ? changed : AbortSignal.any([signal, changed]);
      if (this.isStopped) {
        await raised(stirred);
        continue;
      }
      const restMs = endMs - this.now().getTime();
      if (restMs <= 0) return;
      await this.clock.wait(restMs, stirred);
    }
  }

  /** Resolves at once when it goes, or when the signal is raised. */
  async untilGoing(signal: AbortSignal): Promise<void> {
    while (this.isStopped && !signal.aborted) {
      await raised(AbortSignal.any([signal, this.change.signal]));
    }
  }

  private tellChange(): void {
    const { change } = this;
    this.change = new AbortController();
    change.abort();
  }
}
