import { type Conversation, emptyReply, type FetchReply, type LineEffect, type Reply } from "@ozflow/compiler";
import { CallEvents } from "./call-events.ts";
import type { EndedBy, Line } from "./line.ts";

export interface CallFactsOfPbx {
  readonly id: string;
  readonly direction: "incoming" | "outgoing";
  readonly source: string;
  readonly callerId: string;
  readonly destination: string;
  readonly startedAt: Date;
}

/** What a running call asks of its PBX. */
export interface Switchboard {
  fetch(url: string, form: Readonly<Record<string, string>>): Promise<FetchReply>;
  /** Dials; the call goes its own way. */
  place(effect: PlaceCall): void;
}

export type PlaceCall = Extract<LineEffect, { effect: "place-call" }>;

/** One call on the virtual PBX, from ringing to its end. */
export class VirtualCall {
  readonly facts: CallFactsOfPbx;
  readonly events = new CallEvents();
  private readonly ending = new AbortController();
  answeredAt: Date | undefined;
  private line: Line | undefined;
  /** What went wrong just now, if something did. */
  private lastFault: string | undefined;
  /** Why the script could not be run to its end. */
  private failure: string | undefined;

  constructor(facts: CallFactsOfPbx) {
    this.facts = facts;
  }

  get id(): string {
    return this.facts.id;
  }

  get isOver(): boolean {
    return this.events.isOver;
  }

  /** What the PBX tells of the call (reference, section 6, call states). */
  get state(): "Ringing" | "InCall" | "Completed" {
    if (this.isOver) return "Completed";
    return this.answeredAt === undefined ? "Ringing" : "InCall";
  }

  press(keys: string): void {
    this.line?.press(keys);
  }

  /** Before there is a line, the call has only rung. */
  hangUp(by: EndedBy): void {
    if (this.line === undefined) this.end();
    else this.line.hangUp(by);
  }

  /** Raised when the call is over. */
  get over(): AbortSignal {
    return this.ending.signal;
  }

  end(): void {
    this.ending.abort();
    this.events.tell({ event: "over" });
  }

  /** Runs the script on the line. Resolves at its end: undefined, or why it could not go on. Never rejects. */
  async run(script: Conversation, line: Line, switchboard: Switchboard): Promise<string | undefined> {
    this.line = line;
    try {
      let next = script.next();
      while (!next.done) {
        const reply = await this.happen(next.value, line, switchboard);
        next = line.isOver ? script.return() : script.next(reply);
      }
      if (!line.isOver) await line.handle({ effect: "hang-up" });
    } catch (error) {
      this.failure = `a fault in the virtual PBX: ${error instanceof Error ? error.message : error}`;
      line.hangUp("flow");
    }
    this.end();
    return this.failure;
  }

  private async happen(effect: LineEffect, line: Line, switchboard: Switchboard): Promise<Reply> {
    switch (effect.effect) {
      case "fetch":
        return { ...emptyReply, response: await switchboard.fetch(effect.url, effect.form) };
      case "place-call": {
        // The line shows that a call was placed; whoever answers there has a call and a transcript of their own.
        const { conversation: _, ...shown } = effect;
        switchboard.place(effect);
        return await line.handle(shown);
      }
      case "question":
        this.events.tell({ event: "listening" });
        return await line.handle(effect);
      case "fault":
        this.lastFault = effect.message;
        return await line.handle(effect);
      case "hang-up":
        // The machine hangs up right behind the fault when a document cannot be had.
        this.failure = this.lastFault;
        return await line.handle(effect);
      default:
        this.lastFault = undefined;
        return await line.handle(effect);
    }
  }
}
