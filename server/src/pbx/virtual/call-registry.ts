import type { Clock } from "../../deps.ts";
import { type CallFactsOfPbx, VirtualCall } from "./virtual-call.ts";

/** Calls that are over and whose transcript is kept. */
const maxKept = 200;

/** Calls in progress, and the last ones that are over. */
export class CallRegistry {
  private readonly calls = new Map<string, VirtualCall>();
  private readonly newCallId: () => string;
  private readonly clock: Clock;

  constructor(newCallId: () => string, clock: Clock) {
    this.newCallId = newCallId;
    this.clock = clock;
  }

  register(facts: Omit<CallFactsOfPbx, "id" | "startedAt">): VirtualCall {
    const call = new VirtualCall({ ...facts, id: this.newCallId(), startedAt: this.clock.now() }, this.clock);
    this.calls.set(call.id, call);
    call.over.addEventListener("abort", () => {
      call.endedAt = this.clock.now();
    });
    for (const [oldest, kept] of this.calls) {
      if (this.calls.size <= maxKept) break;
      if (kept.isOver) this.calls.delete(oldest);
    }
    return call;
  }

  find(id: string): VirtualCall | undefined {
    return this.calls.get(id);
  }

  get active(): readonly VirtualCall[] {
    return [...this.calls.values()].filter((call) => !call.isOver);
  }

  /** The newest first. */
  get past(): readonly VirtualCall[] {
    return [...this.calls.values()].filter((call) => call.isOver).reverse();
  }
}
