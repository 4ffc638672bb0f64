import { type CallerScript, emptyReply, type Reply, ScriptedLine, type TranscriptEvent } from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { EndedBy, Line, OwnEffect } from "./line.ts";

export interface ScriptedCallerOptions {
  readonly script: CallerScript;
  /** Seconds of ours for a second of the call; 0: no waiting at all. */
  readonly speed: number;
  readonly clock: Clock;
  readonly isReachable: (number: string) => boolean;
  readonly tell: (event: TranscriptEvent) => void;
}

/** Somebody who does what a caller script says, on the clock of the script; `speed` ties it to ours. */
export class ScriptedCaller implements Line {
  private readonly options: ScriptedCallerOptions;
  private readonly line: ScriptedLine;
  /** Grows as numbers are dialled: the line wants to know them by name. */
  private readonly unreachable: string[] = [];
  private readonly gone = new AbortController();
  private told = 0;
  private reachedMs = 0;

  constructor(options: ScriptedCallerOptions) {
    this.options = options;
    this.line = new ScriptedLine(options.script, { unreachable: this.unreachable });
  }

  get isOver(): boolean {
    return this.line.ended || this.gone.signal.aborted;
  }

  async handle(effect: OwnEffect): Promise<Reply> {
    if (this.isOver) return emptyReply;
    const number = effect.effect === "transfer" ? effect.target : effect.effect === "place-call" ? effect.number : "";
    if (!this.options.isReachable(number)) this.unreachable.push(number);
    const reply = this.line.handle(effect);
    const { events, durationMs } = this.line.transcript;
    for (const event of events.slice(this.told)) {
      await this.reach(event.atMs);
      if (this.gone.signal.aborted) return emptyReply;
      this.told += 1;
      this.options.tell(event);
    }
    await this.reach(durationMs);
    return reply;
  }

  /** The script is all that this caller does. */
  press(): void {}

  hangUp(by: EndedBy): void {
    if (this.isOver) return;
    this.gone.abort();
    this.options.tell({ atMs: this.reachedMs, event: "hung-up", by });
  }

  private async reach(ms: number): Promise<void> {
    const waitMs = (ms - this.reachedMs) * this.options.speed;
    if (waitMs > 0) await this.options.clock.wait(waitMs, this.gone.signal);
    this.reachedMs = Math.max(this.reachedMs, ms);
  }
}
