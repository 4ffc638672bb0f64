import {
  type CallerScript,
  emptyReply,
  isService,
  numberOf,
  type Reply,
  ScriptedLine,
  type TranscriptEvent,
  type World,
} from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { EndedBy, Line, OwnEffect } from "./line.ts";

export interface ScriptedCallerOptions {
  readonly script: CallerScript;
  /** Seconds of ours for a second of the call; 0: no waiting at all. */
  readonly speed: number;
  readonly clock: Clock;
  readonly isReachable: (number: string) => boolean;
  readonly tell: (event: TranscriptEvent) => void;
  /** What the PBX around the line adds to it. */
  readonly around?: World;
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
    this.line = new ScriptedLine(options.script, { ...options.around, unreachable: this.unreachable });
  }

  get isOver(): boolean {
    return this.line.ended || this.gone.signal.aborted;
  }

  async handle(effect: OwnEffect): Promise<Reply> {
    if (this.isOver) return emptyReply;
    const number = dialledBy(effect);
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

function dialledBy(effect: OwnEffect): string {
  if (isService(effect)) return numberOf(effect) ?? "";
  if (effect.effect === "transfer") return effect.target;
  return effect.effect === "place-call" ? effect.number : "";
}
