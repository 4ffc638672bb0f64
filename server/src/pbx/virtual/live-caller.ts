import {
  type Alarm,
  emptyReply,
  heardEvent,
  isService,
  numberOf,
  type Reply,
  type ServiceEffect,
  type Sound,
  serviceEvent,
  soundMs,
  type TranscriptEvent,
} from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { EndedBy, Line, OwnEffect } from "./line.ts";

/** What the PBX around a live call adds to it. */
interface Around {
  readonly recordingUrl?: (number: number, format: "mp3" | "wav") => string;
  /** What an alarm panel on the line sends. */
  readonly alarm?: Alarm | undefined;
}

/** A person at the dial pad, in real time. Nobody hears them, so a recording takes them to talk a while. */
export class LiveCaller implements Line {
  private readonly clock: Clock;
  private readonly tell: (event: TranscriptEvent) => void;
  private readonly isReachable: (number: string) => boolean;
  private readonly beganMs: number;
  /** Pressed and not yet listened for. */
  private keys = "";
  private over = false;
  /** Raised by a key and by hanging up: whoever waits looks again. */
  private stir = new AbortController();
  private recordings = 0;
  private questionAtMs = 0;

  private readonly around: Around;

  constructor(
    clock: Clock,
    tell: (event: TranscriptEvent) => void,
    isReachable: (number: string) => boolean,
    around: Around = {},
  ) {
    this.clock = clock;
    this.tell = tell;
    this.isReachable = isReachable;
    this.around = around;
    this.beganMs = clock.now().getTime();
  }

  get isOver(): boolean {
    return this.over;
  }

  press(keys: string): void {
    this.keys += keys;
    this.stir.abort();
  }

  hangUp(by: EndedBy): void {
    if (this.over) return;
    this.over = true;
    this.tell({ atMs: this.atMs(), event: "hung-up", by });
    this.stir.abort();
  }

  async handle(effect: OwnEffect): Promise<Reply> {
    if (this.over) return emptyReply;
    if (this.atMs() > longestCallMs) this.hangUp("limit");
    const atMs = this.atMs();
    if (isService(effect)) return this.serve(effect);
    switch (effect.effect) {
      case "visit":
      case "tell":
        return emptyReply;
      case "speak":
      case "play":
      case "beep":
      case "pause":
        return await this.sound(effect);
      case "question":
        // Keys pressed before nobody was asked for; the scripted caller's line drops them too.
        this.keys = "";
        this.questionAtMs = atMs;
        return emptyReply;
      case "await-key":
        return await this.awaitKey(effect);
      case "record":
        return await this.record(effect);
      case "answer":
        this.tell({ atMs, event: "answered" });
        return emptyReply;
      case "reject":
        this.over = true;
        this.tell({ atMs, event: "rejected" });
        return emptyReply;
      case "hang-up":
        this.hangUp("flow");
        return emptyReply;
      case "await-message":
        await this.until(atMs + effect.seconds * 1000, () => false);
        this.tell({ atMs: this.atMs(), event: "awaited-message", connection: effect.connection });
        return emptyReply;
      case "await-alarm": {
        const alarm = this.around.alarm === undefined ? {} : { alarm: this.around.alarm };
        this.tell({ atMs, event: "awaited-alarm", ...alarm });
        return { ...emptyReply, ...alarm };
      }
      case "transfer": {
        const { effect: _, afterwards: __, ...shown } = effect;
        const ok = this.isReachable(effect.target);
        this.over = ok;
        this.tell({ atMs, event: "transferred", ...shown, ok });
        return { ...emptyReply, ok };
      }
      case "place-call": {
        const { effect: _, conversation: __, ringSeconds: ___, waitsUntil: ____, afterwards: _____, ...shown } = effect;
        const answered = this.isReachable(effect.number);
        this.tell({ atMs, event: "placed-call", ...shown, answered });
        return { ...emptyReply, ok: answered };
      }
      case "fault":
        this.tell({ atMs, event: "fault", message: effect.message, words: effect.words });
        return emptyReply;
    }
  }

  private async sound(sound: Sound): Promise<Reply> {
    const atMs = this.atMs();
    const heard = heardEvent(sound);
    // Every member of the union gains the same field, which the compiler does not see through the spread.
    if (heard !== undefined) this.tell({ atMs, ...heard } as TranscriptEvent);
    await this.until(
      atMs + Math.min(longestCallMs, soundMs(sound, {})),
      () => sound.stopOnKey === true && this.keys !== "",
    );
    return { ...emptyReply, keys: this.take(sound.stopOnKey === true ? 1 : this.keys.length) };
  }

  private serve(effect: ServiceEffect): Reply {
    if (effect.effect === "read-list") return emptyReply;
    const number = numberOf(effect);
    const ok = number === undefined || this.isReachable(number);
    this.tell({ atMs: this.atMs(), ...serviceEvent(effect, ok) });
    return { ...emptyReply, ok };
  }

  private async awaitKey({ seconds, from }: Extract<OwnEffect, { effect: "await-key" }>): Promise<Reply> {
    await this.until((from === "question" ? this.questionAtMs : this.atMs()) + seconds * 1000, () => this.keys !== "");
    if (this.over) return emptyReply;
    if (this.keys === "") this.tell({ atMs: this.atMs(), event: "said-nothing", seconds });
    return { ...emptyReply, keys: this.take(1) };
  }

  private async record(effect: Extract<OwnEffect, { effect: "record" }>): Promise<Reply> {
    const beganMs = this.atMs();
    const talkMs = effect.silenceSeconds === undefined ? longestCallMs : takenToTalkMs + effect.silenceSeconds * 1000;
    const endMs = beganMs + Math.min(talkMs, (effect.maxSeconds ?? 3600) * 1000);
    const finish = () => [...this.keys].some((key) => effect.finishKeys.includes(key));
    await this.until(endMs, finish);
    this.keys = "";
    this.recordings += 1;
    const url =
      this.around.recordingUrl?.(this.recordings, effect.format) ??
      `http://pbx.example/recordings/${this.recordings}.${effect.format}`;
    const seconds = (this.atMs() - beganMs) / 1000;
    if (!this.over) this.tell({ atMs: this.atMs(), event: "recorded", seconds: Math.round(seconds), url });
    return { ...emptyReply, url, seconds };
  }

  private take(count: number): string {
    const keys = this.keys.slice(0, count);
    this.keys = this.keys.slice(count);
    if (keys !== "" && !this.over) this.tell({ atMs: this.atMs(), event: "pressed", keys });
    return keys;
  }

  /** Waits for the time, for `enough`, or for the end of the call. */
  private async until(endMs: number, enough: () => boolean): Promise<void> {
    while (!this.over && !enough()) {
      const restMs = endMs - this.atMs();
      if (restMs <= 0) return;
      this.stir = new AbortController();
      await this.clock.wait(restMs, this.stir.signal);
    }
  }

  /** Milliseconds since the call began. */
  private atMs(): number {
    return this.clock.now().getTime() - this.beganMs;
  }
}

/** A call that nobody ends is cut off. */
const longestCallMs = 4 * 3_600_000;

/** How long a person who leaves a message is taken to talk before they fall silent. */
const takenToTalkMs = 5000;
