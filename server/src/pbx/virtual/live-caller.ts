import { emptyReply, type Reply, speechMs, type TranscriptEvent, unknownAudioMs } from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { EndedBy, Line, OwnEffect, Sound } from "./line.ts";

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

  constructor(clock: Clock, tell: (event: TranscriptEvent) => void, isReachable: (number: string) => boolean) {
    this.clock = clock;
    this.tell = tell;
    this.isReachable = isReachable;
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
    switch (effect.effect) {
      case "visit":
        return emptyReply;
      case "speak":
      case "play":
      case "pause":
        return await this.sound(effect);
      case "question":
        // Keys pressed before nobody was asked for; the scripted caller's line drops them too.
        this.keys = "";
        return emptyReply;
      case "await-key":
        return await this.awaitKey(effect.seconds);
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
      case "transfer": {
        const ok = this.isReachable(effect.target);
        this.over = ok;
        this.tell({ atMs, event: "transferred", target: effect.target, ok });
        return { ...emptyReply, ok };
      }
      case "place-call": {
        const { effect: _, conversation: __, ringSeconds: ___, ...shown } = effect;
        this.tell({ atMs, event: "placed-call", ...shown, answered: this.isReachable(effect.number) });
        return emptyReply;
      }
      case "send-sms": {
        const { effect: _, ...sms } = effect;
        this.tell({ atMs, event: "sent-sms", ...sms });
        return emptyReply;
      }
      case "fault":
        this.tell({ atMs, event: "fault", message: effect.message });
        return emptyReply;
    }
  }

  private async sound(sound: Sound): Promise<Reply> {
    const atMs = this.atMs();
    if (sound.effect === "speak" && sound.text !== "") {
      const { effect: _, stopOnKey: __, ...said } = sound;
      this.tell({ atMs, event: "heard", ...said });
    }
    if (sound.effect === "play") this.tell({ atMs, event: "played", file: sound.file });
    if (sound.effect === "pause") this.tell({ atMs, event: "paused", seconds: sound.seconds });
    await this.until(atMs + lengthMs(sound), () => sound.stopOnKey === true && this.keys !== "");
    return { ...emptyReply, keys: this.take(sound.stopOnKey === true ? 1 : this.keys.length) };
  }

  private async awaitKey(seconds: number): Promise<Reply> {
    await this.until(this.atMs() + seconds * 1000, () => this.keys !== "");
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
    const url = `http://pbx.example/recordings/${this.recordings}.${effect.format}`;
    const seconds = Math.round((this.atMs() - beganMs) / 1000);
    if (!this.over) this.tell({ atMs: this.atMs(), event: "recorded", seconds, url });
    return { ...emptyReply, url };
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

function lengthMs(sound: Sound): number {
  switch (sound.effect) {
    case "speak":
      return speechMs(sound.text);
    case "pause":
      return sound.seconds * 1000;
    case "play": {
      const capMs = sound.maxSeconds === undefined ? Number.POSITIVE_INFINITY : sound.maxSeconds * 1000;
      return Math.min(capMs, sound.repeat === true ? longestCallMs : unknownAudioMs);
    }
  }
}
