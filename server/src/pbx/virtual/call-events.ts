import type { TranscriptEvent } from "@ozflow/compiler";

/** What is told of a call on the virtual PBX, as it happens. */
export type CallEvent =
  | TranscriptEvent
  /** A question begins: keys count from now on. */
  | { readonly event: "listening" }
  /** A document came and runs now; `document` is its OzML. */
  | { readonly event: "fetched"; readonly url: string; readonly document: string }
  | { readonly event: "over" };

/** Everything that happened on one call, for any number of listeners. Ends with `over`. */
export class CallEvents {
  private readonly told: CallEvent[] = [];
  private readonly waiting = new Set<() => void>();

  get all(): readonly CallEvent[] {
    return this.told;
  }

  get isOver(): boolean {
    return this.told.at(-1)?.event === "over";
  }

  /** After `over` nothing is told any more. */
  tell(event: CallEvent): void {
    if (this.isOver) return;
    this.told.push(event);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  /** From the first event on, then each as it comes, until `over` or until the signal is raised. */
  async *follow(signal?: AbortSignal): AsyncGenerator<CallEvent> {
    for (let next = 0; signal?.aborted !== true; next += 1) {
      if (next === this.told.length) await this.more(signal);
      const event = this.told[next];
      if (event === undefined) return;
      yield event;
      if (event.event === "over") return;
    }
  }

  private more(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}
