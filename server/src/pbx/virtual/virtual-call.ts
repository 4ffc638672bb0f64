import {
  type Conversation,
  emptyReply,
  type FetchReply,
  isService,
  type LineEffect,
  type Reply,
  type ServiceEffect,
  said,
  type TranscriptEvent,
} from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import { CallClock } from "./call-clock.ts";
import { CallEvents } from "./call-events.ts";
import type { EndedBy, Line } from "./line.ts";

export interface CallFactsOfPbx {
  readonly id: string;
  readonly direction: "incoming" | "outgoing" | "internal";
  readonly source: string;
  readonly callerId: string;
  readonly destination: string;
  readonly startedAt: Date;
}

/** What the PBX tells of a call (reference, section 6, call states). */
export type CallState = "Ringing" | "InCall" | "Hold" | EndState;
export type EndState = "Error" | "Cancelled" | "Transferred" | "Busy" | "Completed";

/** What a running call asks of its PBX. */
export interface Switchboard {
  fetch(url: string, form: Readonly<Record<string, string>>): Promise<FetchReply>;
  /**
   * Dials; the call goes its own way. Resolves when that comes to where the script waits for: did somebody answer?
   * `gaveUp`: raised when whoever waits for it has hung up.
   */
  place(effect: PlaceCall, gaveUp?: AbortSignal): Promise<boolean>;
  /** Messages, files, lists, alarms. */
  serve(effect: ServiceEffect): Promise<Reply>;
  /** Writes the sound file of a recording. Resolves when it can be fetched. */
  keepRecording(url: string, seconds: number): Promise<void>;
}

export type PlaceCall = Extract<LineEffect, { effect: "place-call" }>;

/** An event of a call, before somebody has looked at the clock. */
export type UntimedEvent = TranscriptEvent extends infer E
  ? E extends TranscriptEvent
    ? Omit<E, "atMs">
    : never
  : never;

/** One call on the virtual PBX, from ringing to its end: of a script with somebody, or between two people. */
export class VirtualCall {
  readonly facts: CallFactsOfPbx;
  readonly events = new CallEvents();
  /** Stands still while the call is on hold. */
  readonly time: CallClock;
  private readonly ending = new AbortController();
  /** Raised as soon as somebody hangs up, before the line has fallen silent. */
  private readonly leaving = new AbortController();
  private forwarding = new AbortController();
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
  /** Where the call goes now; another number than was dialled once it has been routed or forwarded. */
  destination: string;
  private endState: EndState | undefined;
  private endedBy: EndedBy = "flow";
  private line: Line | undefined;
  /** What went wrong just now, if something did. */
  private lastFault: string | undefined;
  /** Why the script could not be run to its end. */
  private failure: string | undefined;

  constructor(facts: CallFactsOfPbx, clock: Clock) {
    this.facts = facts;
    this.time = new CallClock(clock);
    this.destination = facts.destination;
  }

  get id(): string {
    return this.facts.id;
  }

  get isOver(): boolean {
    return this.events.isOver;
  }

  get state(): CallState {
    if (this.isOver) return this.endState ?? "Completed";
    if (this.answeredAt === undefined) return "Ringing";
    return this.time.isStopped ? "Hold" : "InCall";
  }

  /** How the call history names the end (values seen in samples; reference, section 6). */
  get result(): string {
    if (this.state === "Transferred") return "TransferCompleted";
    if (this.state !== "Completed") return this.state;
    return this.endedBy === "caller" ? "CallerHangUp" : "CalleeHungUp";
  }

  /** On hold, keys reach nobody. */
  press(keys: string): void {
    if (!this.time.isStopped) this.line?.press(keys);
  }

  /** Its script stands still from now on, in the middle of a word if need be. */
  hold(): void {
    this.time.stop();
  }

  unhold(): void {
    this.time.goOn();
  }

  /** Before there is a line, the call has only rung. */
  hangUp(by: EndedBy, state: EndState = this.answeredAt === undefined ? "Cancelled" : "Completed"): void {
    this.endState ??= state;
    this.endedBy = by;
    this.leaving.abort();
    if (this.line === undefined) this.end();
    else this.line.hangUp(by);
  }

  /** Tells of something that came from outside the script. */
  tell(event: UntimedEvent): void {
    // Every member of the union gains the same field, which the compiler does not see through the spread.
    this.events.tell({ atMs: this.time.now().getTime() - this.facts.startedAt.getTime(), ...event } as TranscriptEvent);
  }

  /** Raised when the call is over. */
  get over(): AbortSignal {
    return this.ending.signal;
  }

  /** Raised when the phone that rings now is left for another one. */
  get forwarded(): AbortSignal {
    return this.forwarding.signal;
  }

  forward(target: string): void {
    this.destination = target;
    this.forwarding.abort();
    this.forwarding = new AbortController();
  }

  untilOver(): Promise<void> {
    return new Promise((resolve) => {
      if (this.over.aborted) resolve();
      this.over.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  end(state?: EndState): void {
    this.endState ??= state;
    this.events.tell({ event: "over" });
    this.ending.abort();
  }

  /** Runs the script on the line. Resolves at its end: undefined, or why it could not go on. Never rejects. */
  async run(script: Conversation, line: Line, switchboard: Switchboard): Promise<string | undefined> {
    this.line = line;
    try {
      let next = script.next();
      while (!next.done) {
        const reply = await this.happen(next.value, line, switchboard);
        await this.time.untilGoing(this.leaving.signal);
        next = line.isOver ? script.return() : script.next(reply);
      }
      if (!line.isOver) await line.handle({ effect: "hang-up" });
    } catch (error) {
      this.failure = `a fault in the virtual PBX: ${error instanceof Error ? error.message : error}`;
      line.hangUp("flow");
    }
    this.end(this.failure === undefined ? "Completed" : "Error");
    return this.failure;
  }

  private async happen(effect: LineEffect, line: Line, switchboard: Switchboard): Promise<Reply> {
    if (isService(effect)) return await this.serve(effect, line, switchboard);
    switch (effect.effect) {
      case "fetch":
        return { ...emptyReply, response: await switchboard.fetch(effect.url, effect.form) };
      case "place-call": {
        // The line shows that a call was placed; whoever answers there has a call and a transcript of their own.
        const { conversation: _, afterwards: __, ...shown } = effect;
        const outcome = switchboard.place(effect, this.leaving.signal);
        const reply = await line.handle(shown);
        return effect.waitsUntil === undefined ? reply : { ...reply, ok: await outcome };
      }
      case "record": {
        const reply = await line.handle(effect);
        if (reply.url !== "") await switchboard.keepRecording(reply.url, reply.seconds ?? 0);
        return reply;
      }
      case "transfer": {
        const reply = await line.handle(effect);
        if (reply.ok) this.endState = "Transferred";
        return reply;
      }
      case "http-request":
        // Ours alone: no document can hold it, so no machine asks for it.
        return emptyReply;
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

  /** The line tells of it; what follows later is the PBX's, and no second time the line's. */
  private async serve(effect: ServiceEffect, line: Line, switchboard: Switchboard): Promise<Reply> {
    const reply = await switchboard.serve(effect);
    if (effect.effect !== "read-list") {
      await line.handle("afterwards" in effect ? { ...effect, afterwards: () => nothing() } : effect);
      if (!reply.ok && "file" in effect)
        await line.handle({ effect: "fault", ...said`${effect.file}: it could not be done on this PBX` });
    }
    return reply;
  }
}

function* nothing(): Conversation {}
