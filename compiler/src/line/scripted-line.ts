import type { CallerAction, CallerScript } from "./caller-script.ts";
import {
  type Conversation,
  emptyReply,
  type FetchEffect,
  type FetchReply,
  type LineEffect,
  type Reply,
  type Sound,
} from "./effects.ts";
import { speechMs, unknownAudioMs } from "./speech.ts";
import type { Transcript, TranscriptEvent } from "./transcript.ts";

/** The world around a scripted call: who answers, and how long things last. */
export interface World {
  /** Numbers that do not answer: transfers and calls to them fail. */
  readonly unreachable?: readonly string[];
  /** What the callee of a placed call does; silent when not given. */
  readonly callees?: Readonly<Record<string, CallerScript>>;
  /** Length of an audio file in seconds, by its name; 3 when not given. */
  readonly audioSeconds?: Readonly<Record<string, number>>;
  /** The web servers the PBX can ask; none when not given. */
  /** Where a call that never ends is cut off; see {@link callLimits}. */
  readonly maxEvents?: number;
  readonly fetch?: (request: FetchEffect) => FetchReply;
}

/**
 * A call that never ends is cut off here, so that every simulation does. Events are counted over a call and all the calls
 * it places; `placedCalls` is how deep those may lie inside each other.
 */
export const callLimits = { events: 5000, effectsBetweenEvents: 5000, ms: 4 * 3_600_000, placedCalls: 4 };

/** Seconds until the first key after the end of a prompt, and from key to key. */
const reactionMs = 1000;
const betweenKeysMs = 400;

/** A call and the calls it places: how deep this one lies, and what all of them have used up together. */
interface Family {
  readonly depth: number;
  readonly counter: { events: number };
}

/** A phone line with a scripted caller on it and a clock that moves only when something takes time. */
export class ScriptedLine {
  private readonly events: TranscriptEvent[] = [];
  private readonly steps: string[] = [];
  private readonly waitingActions: CallerAction[];
  private readonly world: World;
  private readonly family: Family;
  /** What the caller is about to do about the current question. */
  private action: CallerAction = { does: "nothing" };
  private pendingKeys: { key: string; atMs: number }[] = [];
  private hangUpAtMs = Number.POSITIVE_INFINITY;
  private nowMs = 0;
  private idleEffects = 0;
  private recordings = 0;
  private questions = 0;
  private over = false;

  constructor(script: CallerScript, world: World = {}, family: Family = { depth: 0, counter: { events: 0 } }) {
    this.waitingActions = [...script];
    this.world = world;
    this.family = family;
  }

  get ended(): boolean {
    return this.over;
  }

  get transcript(): Transcript {
    return { events: this.events, steps: this.steps, durationMs: this.nowMs, questions: this.questions };
  }

  /** Runs a conversation on this line to its end. */
  run(conversation: Conversation): Transcript {
    let next = conversation.next();
    while (!next.done) {
      const reply = this.handle(next.value);
      next = this.over ? conversation.return() : conversation.next(reply);
    }
    if (!this.over) this.end("flow");
    return this.transcript;
  }

  /** Lets one effect happen. */
  handle(effect: LineEffect): Reply {
    this.idleEffects += 1;
    if (this.isBeyondLimits()) return this.end("limit");
    switch (effect.effect) {
      case "visit":
        this.steps.push(effect.step);
        return emptyReply;
      case "speak":
      case "play":
      case "pause":
        return this.sound(effect);
      case "question":
        return this.question();
      case "await-key":
        return this.awaitKey(effect.seconds);
      case "record":
        return this.record(effect);
      case "answer":
        return this.note({ event: "answered" });
      case "reject":
        this.note({ event: "rejected" });
        this.over = true;
        return emptyReply;
      case "hang-up":
        return this.end("flow");
      case "transfer": {
        const ok = this.reaches(effect.target);
        this.note({ event: "transferred", target: effect.target, ok });
        this.over = ok;
        return { ...emptyReply, ok };
      }
      case "place-call":
        return this.placeCall(effect);
      case "send-sms": {
        const { effect: _, ...sms } = effect;
        return this.note({ event: "sent-sms", ...sms });
      }
      case "fetch":
        return {
          ...emptyReply,
          response: this.world.fetch?.(effect) ?? { status: 0, body: "there is no web server in this simulation" },
        };
      case "fault":
        return this.note({ event: "fault", message: effect.message });
    }
  }

  private sound(sound: Sound): Reply {
    const fullMs = this.lengthMs(sound);
    const endMs = Math.min(this.nowMs + fullMs, this.hangUpAtMs);
    let keys = "";
    let untilMs = endMs;
    for (let next = this.pendingKeys[0]; next !== undefined && next.atMs < untilMs; next = this.pendingKeys[0]) {
      this.pendingKeys.shift();
      keys += next.key;
      if (sound.stopOnKey) untilMs = Math.max(this.nowMs, next.atMs);
    }
    const heard = heardEvent(sound);
    if (heard !== undefined) this.note({ ...heard, ...(untilMs < endMs ? { cutShort: true } : {}) } as UntimedEvent);
    this.nowMs = untilMs;
    if (keys !== "") this.note({ event: "pressed", keys });
    if (this.nowMs >= this.hangUpAtMs) return this.end("caller");
    return { ...emptyReply, keys };
  }

  private lengthMs(sound: Sound): number {
    switch (sound.effect) {
      case "speak":
        return speechMs(sound.text);
      case "pause":
        return Math.round(sound.seconds * 1000);
      case "play": {
        const once = Math.round((this.world.audioSeconds?.[sound.file] ?? unknownAudioMs / 1000) * 1000);
        const cap = sound.maxSeconds === undefined ? Number.POSITIVE_INFINITY : sound.maxSeconds * 1000;
        return sound.repeat ? Math.min(cap, callLimits.ms) : Math.min(cap, once);
      }
    }
  }

  private question(): Reply {
    this.questions += 1;
    this.action = this.waitingActions.shift() ?? { does: "nothing" };
    this.pendingKeys = [];
    if (this.action.does === "press" && this.action.atSeconds !== undefined) {
      this.press(this.action.keys, this.nowMs + this.action.atSeconds * 1000);
    }
    if (this.action.does === "hang-up" && this.action.atSeconds !== undefined) {
      this.hangUpAtMs = this.nowMs + this.action.atSeconds * 1000;
    }
    return emptyReply;
  }

  private press(keys: string, firstMs: number): void {
    this.pendingKeys = [...keys].map((key, index) => ({ key, atMs: Math.round(firstMs + index * betweenKeysMs) }));
    this.action = { does: "nothing" };
  }

  private awaitKey(seconds: number): Reply {
    if (this.action.does === "press") this.press(this.action.keys, this.nowMs + reactionMs);
    if (this.action.does === "hang-up") this.hangUpAtMs = Math.min(this.hangUpAtMs, this.nowMs + reactionMs);
    const deadlineMs = this.nowMs + Math.round(seconds * 1000);
    const next = this.pendingKeys[0];
    const keyAtMs = next?.atMs ?? Number.POSITIVE_INFINITY;
    if (this.hangUpAtMs <= Math.min(deadlineMs, keyAtMs)) {
      this.nowMs = Math.max(this.nowMs, this.hangUpAtMs);
      return this.end("caller");
    }
    if (next === undefined || keyAtMs > deadlineMs) {
      this.nowMs = deadlineMs;
      return this.note({ event: "said-nothing", seconds });
    }
    this.pendingKeys.shift();
    this.nowMs = Math.max(this.nowMs, keyAtMs);
    this.note({ event: "pressed", keys: next.key });
    return { ...emptyReply, keys: next.key };
  }

  private record(effect: Extract<LineEffect, { effect: "record" }>): Reply {
    const first = this.waitingActions[0];
    const action = first?.does === "talk" || first?.does === "hang-up" ? this.waitingActions.shift() : undefined;
    const talks = action?.does === "talk" ? action : { seconds: 5, thenPress: effect.finishKeys.charAt(0) };
    const maxMs = (effect.maxSeconds ?? 3600) * 1000;
    const presses =
      talks.thenPress !== undefined && talks.thenPress !== "" && effect.finishKeys.includes(talks.thenPress);
    const silenceMs = effect.silenceSeconds === undefined ? Number.POSITIVE_INFINITY : effect.silenceSeconds * 1000;
    const lasts = Math.min(maxMs, talks.seconds * 1000 + (presses ? 0 : silenceMs));
    this.nowMs += action?.does === "hang-up" ? Math.min(maxMs, 1000) : lasts;
    this.recordings += 1;
    this.questions += 1;
    const url = `http://pbx.example/recordings/${this.recordings}.${effect.format}`;
    const seconds = Math.round((action?.does === "hang-up" ? Math.min(maxMs, 1000) : lasts) / 1000);
    this.note({ event: "recorded", seconds, url });
    if (action?.does === "hang-up") return this.end("caller");
    return { ...emptyReply, url };
  }

  private placeCall(effect: Extract<LineEffect, { effect: "place-call" }>): Reply {
    const { effect: _, conversation, ringSeconds: __, ...shown } = effect;
    const answered = this.reaches(effect.number);
    const { depth, counter } = this.family;
    const callee = answered && depth < callLimits.placedCalls ? conversation?.() : undefined;
    const other = new ScriptedLine(this.world.callees?.[effect.number] ?? [], this.world, {
      depth: depth + 1,
      counter,
    });
    return this.note({
      event: "placed-call",
      ...shown,
      answered,
      ...(callee === undefined ? {} : { callee: other.run(callee) }),
    });
  }

  private reaches(number: string): boolean {
    return number !== "" && !this.world.unreachable?.includes(number);
  }

  private isBeyondLimits(): boolean {
    const { events, effectsBetweenEvents, ms } = callLimits;
    const tooMany = this.family.counter.events > (this.world.maxEvents ?? events);
    return tooMany || this.idleEffects > effectsBetweenEvents || this.nowMs > ms;
  }

  private note(event: UntimedEvent): Reply {
    this.events.push({ atMs: this.nowMs, ...event } as TranscriptEvent);
    this.idleEffects = 0;
    this.family.counter.events += 1;
    return emptyReply;
  }

  private end(by: "flow" | "caller" | "limit"): Reply {
    this.note({ event: "hung-up", by });
    this.over = true;
    return emptyReply;
  }
}

type UntimedEvent = TranscriptEvent extends infer E ? (E extends TranscriptEvent ? Omit<E, "atMs"> : never) : never;

function heardEvent(sound: Sound): UntimedEvent | undefined {
  switch (sound.effect) {
    case "speak": {
      const { effect: _, stopOnKey: __, ...said } = sound;
      return said.text === "" ? undefined : { event: "heard", ...said };
    }
    case "play":
      return { event: "played", file: sound.file };
    case "pause":
      return { event: "paused", seconds: sound.seconds };
  }
}
