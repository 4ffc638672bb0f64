import { type Caller, ScriptedCaller } from "./caller.ts";
import type { CallerScript } from "./caller-script.ts";
import {
  type Afterwards,
  type Conversation,
  emptyReply,
  type LineEffect,
  type Outcome,
  type Reply,
  type Sound,
} from "./effects.ts";
import type { HttpReply, HttpRequest } from "./http.ts";
import { isService, numberOf, type ServiceEffect, serviceEvent } from "./services.ts";
import { heardEvent, soundMs, type UntimedEvent } from "./sounds.ts";
import type { Transcript, TranscriptEvent } from "./transcript.ts";
import type { World } from "./world.ts";

export type { World };

/**
 * A call that never ends is cut off here, so that every simulation does. Events are counted over a call and all the calls
 * it places; `placedCalls` is how deep those may lie inside each other.
 */
export const callLimits = { events: 5000, effectsBetweenEvents: 5000, ms: 4 * 3_600_000, placedCalls: 4 };

/** A call and the calls it places: how deep this one lies, and what all of them have used up together. */
interface Family {
  readonly depth: number;
  readonly counter: { events: number };
}

const unnoticed: ReadonlySet<LineEffect["effect"]> = new Set(["visit", "tell", "fetch", "fault", "hang-up"]);

/** A phone line with a caller on it whose deeds are known, and a clock that moves only when something takes time. */
export class ScriptedLine {
  private readonly events: TranscriptEvent[] = [];
  private readonly steps: string[] = [];
  private readonly told: Transcript["told"][number][] = [];
  private readonly caller: Caller;
  private readonly world: World;
  private readonly family: Family;
  private nowMs = 0;
  private questionAtMs = 0;
  private idleEffects = 0;
  private recordings = 0;
  private readonly messagesRead = new Map<string, number>();
  private questions = 0;
  private over = false;

  constructor(caller: CallerScript | Caller, world: World = {}, family: Family = { depth: 0, counter: { events: 0 } }) {
    this.caller = "asked" in caller ? caller : new ScriptedCaller(caller);
    this.world = world;
    this.family = family;
  }

  get ended(): boolean {
    return this.over;
  }

  get transcript(): Transcript {
    return {
      events: this.events,
      steps: this.steps,
      told: this.told,
      durationMs: this.nowMs,
      questions: this.questions,
    };
  }

  /** Runs a conversation on this line to its end. */
  run(conversation: Conversation): Transcript {
    this.follow(conversation);
    if (!this.over) this.end("flow");
    return this.transcript;
  }

  /** Runs a conversation that is not a call's own: at its end nobody hangs up. */
  follow(conversation: Conversation): Transcript {
    let next = conversation.next();
    while (!next.done) {
      const reply = this.handle(next.value);
      next = this.over ? conversation.return() : conversation.next(reply);
    }
    return this.transcript;
  }

  /** Lets one effect happen. */
  handle(effect: LineEffect): Reply {
    this.idleEffects += 1;
    if (this.isBeyondLimits(effect)) return this.end("limit");
    if (isService(effect)) return this.serve(effect);
    switch (effect.effect) {
      case "visit":
        this.steps.push(effect.step);
        return emptyReply;
      case "tell":
        this.told.push({ disposition: effect.disposition, note: effect.note });
        return emptyReply;
      case "speak":
      case "play":
      case "beep":
      case "pause":
        return this.sound(effect);
      case "question":
        return this.question();
      case "await-key":
        return this.awaitKey(effect);
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
      case "await-message":
        return this.awaitMessage(effect.connection, effect.seconds);
      case "await-alarm": {
        const { alarm } = this.world;
        this.note({ event: "awaited-alarm", ...(alarm === undefined ? {} : { alarm }) });
        return { ...emptyReply, ...(alarm === undefined ? {} : { alarm }) };
      }
      case "transfer": {
        const { effect: _, afterwards, ...shown } = effect;
        const ok = this.reaches(effect.target);
        this.note({ event: "transferred", ...shown, ok, ...this.afterwards(afterwards, { ok }) });
        this.over = ok;
        return { ...emptyReply, ok };
      }
      case "place-call":
        return this.placeCall(effect);
      case "fetch":
        return {
          ...emptyReply,
          response: this.world.fetch?.(effect, (request) => this.http(request)) ?? {
            status: 0,
            body: "there is no web server in this simulation",
          },
        };
      case "http-request":
        return { ...emptyReply, http: this.http(effect.request) };
      case "fault":
        return this.note({ event: "fault", message: effect.message, words: effect.words });
    }
  }

  private sound(sound: Sound): Reply {
    const fullMs = Math.min(callLimits.ms, soundMs(sound, this.world));
    const endMs = Math.min(this.nowMs + fullMs, this.caller.leavesAtMs);
    let keys = "";
    let untilMs = endMs;
    for (let next = this.caller.nextKey; next !== undefined && next.atMs < untilMs; next = this.caller.nextKey) {
      this.caller.takeKey();
      keys += next.key;
      if (sound.stopOnKey) untilMs = Math.max(this.nowMs, next.atMs);
    }
    const heard = heardEvent(sound);
    if (heard !== undefined) this.note({ ...heard, ...(untilMs < endMs ? { cutShort: true } : {}) } as UntimedEvent);
    this.nowMs = untilMs;
    if (keys !== "") this.note({ event: "pressed", keys });
    if (this.nowMs >= this.caller.leavesAtMs) return this.end("caller");
    return { ...emptyReply, keys };
  }

  private question(): Reply {
    this.questions += 1;
    this.questionAtMs = this.nowMs;
    this.caller.asked(this.nowMs);
    return emptyReply;
  }

  private awaitKey({ seconds, from }: Extract<LineEffect, { effect: "await-key" }>): Reply {
    this.caller.awaited(this.nowMs);
    const { nextKey: next, leavesAtMs } = this.caller;
    const beganMs = from === "question" ? this.questionAtMs : this.nowMs;
    const deadlineMs = Math.max(this.nowMs, beganMs + Math.round(seconds * 1000));
    const keyAtMs = next?.atMs ?? Number.POSITIVE_INFINITY;
    if (leavesAtMs <= Math.min(deadlineMs, keyAtMs)) {
      this.nowMs = Math.max(this.nowMs, leavesAtMs);
      return this.end("caller");
    }
    if (next === undefined || keyAtMs > deadlineMs) {
      this.nowMs = deadlineMs;
      return this.note({ event: "said-nothing", seconds });
    }
    this.caller.takeKey();
    this.nowMs = Math.max(this.nowMs, keyAtMs);
    this.note({ event: "pressed", keys: next.key });
    return { ...emptyReply, keys: next.key };
  }

  private record(effect: Extract<LineEffect, { effect: "record" }>): Reply {
    const { talkMs, finishMs, leavesAtMs } = this.caller.recorded(this.nowMs, effect.finishKeys);
    const maxMs = (effect.maxSeconds ?? 3600) * 1000;
    const silenceMs = effect.silenceSeconds === undefined ? Number.POSITIVE_INFINITY : effect.silenceSeconds * 1000;
    const lasts = Math.min(maxMs, finishMs, talkMs + silenceMs);
    const leavesMs = leavesAtMs - this.nowMs;
    const recordedMs = Math.min(lasts, leavesMs);
    this.nowMs += recordedMs;
    this.recordings += 1;
    this.questions += 1;
    const url = (this.world.recordingUrl ?? recordingUrl)(this.recordings, effect.format);
    const callId = effect.callId === undefined ? {} : { callId: effect.callId };
    this.note({ event: "recorded", seconds: Math.round(recordedMs / 1000), url, ...callId });
    // A caller who hangs up has left what was recorded until then.
    if (leavesMs < lasts) this.end("caller");
    return { ...emptyReply, url, seconds: recordedMs / 1000 };
  }

  private awaitMessage(connection: string, seconds: number): Reply {
    const read = this.messagesRead.get(connection) ?? 0;
    const text = this.world.messages?.[connection]?.[read];
    this.messagesRead.set(connection, read + 1);
    if (text === undefined) this.nowMs += Math.round(seconds * 1000);
    this.note({ event: "awaited-message", connection, ...(text === undefined ? {} : { text }) });
    return { ...emptyReply, ...(text === undefined ? {} : { text }) };
  }

  private serve(effect: ServiceEffect): Reply {
    if (effect.effect === "read-list") {
      const entries = this.world.lists?.[effect.list];
      return { ...emptyReply, ok: entries !== undefined, ...(entries === undefined ? {} : { entries }) };
    }
    const number = numberOf(effect);
    const ok = number === undefined || this.reaches(number);
    const afterwards = "afterwards" in effect ? effect.afterwards : undefined;
    this.note({ ...serviceEvent(effect, ok), ...this.afterwards(afterwards, { ok, id: "1" }) });
    return { ...emptyReply, ok };
  }

  private http(request: HttpRequest): HttpReply {
    // Asked in the midst of a fetch, the limits have not been looked at yet.
    if (!this.over && this.isBeyondLimits({ effect: "http-request", request })) this.end("limit");
    if (this.over) return { fault: "the call is over" };
    const reply = this.world.http?.(request) ?? { fault: "there is no web server in this simulation" };
    const { method, url, headers, body } = request;
    const outcome = "fault" in reply ? { fault: reply.fault } : { status: reply.status };
    this.note({ event: "http-request", method, url, headers, ...(body === undefined ? {} : { body }), ...outcome });
    return reply;
  }

  private placeCall(effect: Extract<LineEffect, { effect: "place-call" }>): Reply {
    const { effect: _, conversation, ringSeconds: __, waitsUntil, afterwards, ...shown } = effect;
    const answered = this.reaches(effect.number);
    const callee = answered && this.mayPlaceCalls ? conversation?.() : undefined;
    const other = this.relative(this.world.callees?.[effect.number] ?? []);
    const talk = callee === undefined ? undefined : other.run(callee);
    const beganMs = this.nowMs;
    if (waitsUntil === "over") this.nowMs += talk?.durationMs ?? 0;
    const seconds = Math.round((talk?.durationMs ?? 0) / 1000);
    const after = this.afterwards(afterwards, { ok: answered, seconds, ...(answered ? {} : { reason: "Busy" }) });
    this.note(
      { event: "placed-call", ...shown, answered, ...(talk === undefined ? {} : { callee: talk }), ...after },
      beganMs,
    );
    return { ...emptyReply, ok: answered };
  }

  /** What follows beside the call is told only when something is noticed of it. */
  private afterwards(run: Afterwards | undefined, outcome: Outcome): { readonly afterwards?: Transcript } {
    if (run === undefined || !this.mayPlaceCalls) return {};
    const transcript = this.relative([]).follow(run(outcome));
    return transcript.events.length === 0 ? {} : { afterwards: transcript };
  }

  private get mayPlaceCalls(): boolean {
    return this.family.depth < callLimits.placedCalls;
  }

  private relative(script: CallerScript): ScriptedLine {
    return new ScriptedLine(script, this.world, { depth: this.family.depth + 1, counter: this.family.counter });
  }

  private reaches(number: string): boolean {
    return number !== "" && !this.world.unreachable?.includes(number);
  }

  private isBeyondLimits({ effect }: LineEffect): boolean {
    const { events, effectsBetweenEvents, ms } = callLimits;
    if (this.idleEffects > effectsBetweenEvents) return true;
    // What nobody notices makes no call longer, and who hangs up anyway is not cut off.
    if (unnoticed.has(effect)) return false;
    return this.family.counter.events > (this.world.maxEvents ?? events) || this.nowMs > ms;
  }

  private note(event: UntimedEvent, atMs = this.nowMs): Reply {
    this.events.push({ atMs, ...event } as TranscriptEvent);
    // A fault is noticed by nobody on the line: a script that makes nothing else stands still.
    if (event.event === "fault") return emptyReply;
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

function recordingUrl(number: number, format: string): string {
  return `http://pbx.example/recordings/${number}.${format}`;
}
