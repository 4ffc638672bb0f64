import type { CallerAction, CallerScript } from "./caller-script.ts";

/** A key and when it is pressed. Times are milliseconds since the call began, here and below. */
export interface KeyPress {
  readonly key: string;
  readonly atMs: number;
}

/** How a person takes part in a recording. */
export interface Talk {
  readonly talkMs: number;
  /** Until they press a key that ends it, as far as is known now. Silence or the longest time may end it before. */
  readonly finishMs: number;
  readonly leavesAtMs: number;
}

/** Whoever is on a line whose clock is told the time instead of running by itself. */
export interface Caller {
  /** When they hang up, as far as is known now. */
  readonly leavesAtMs: number;
  /** The next key they press, until it is taken. */
  readonly nextKey: KeyPress | undefined;
  takeKey(): void;
  /** A question begins. Keys pressed before it were for nobody. */
  asked(nowMs: number): void;
  /** The prompt is over and the line waits for a key. */
  awaited(nowMs: number): void;
  /** A recording begins that one of these keys ends. */
  recorded(nowMs: number, finishKeys: string): Talk;
}

/** Milliseconds until the first key after the end of a prompt, and from key to key. */
const reactionMs = 1000;
const betweenKeysMs = 400;

/** How long somebody talks whose words nobody hears. */
const talkSeconds = 5;

/** A caller who does one thing about each question. */
export class ScriptedCaller implements Caller {
  leavesAtMs = Number.POSITIVE_INFINITY;
  private readonly waiting: CallerAction[];
  /** What they are about to do about the current question. */
  private action: CallerAction = { does: "nothing" };
  private keys: KeyPress[] = [];

  constructor(script: CallerScript) {
    this.waiting = [...script];
  }

  get nextKey(): KeyPress | undefined {
    return this.keys[0];
  }

  takeKey(): void {
    this.keys.shift();
  }

  asked(nowMs: number): void {
    this.action = this.waiting.shift() ?? { does: "nothing" };
    this.keys = [];
    if (this.action.does === "press" && this.action.atSeconds !== undefined) {
      this.press(this.action.keys, nowMs + this.action.atSeconds * 1000);
    }
    if (this.action.does === "hang-up" && this.action.atSeconds !== undefined) {
      this.leavesAtMs = nowMs + this.action.atSeconds * 1000;
    }
  }

  awaited(nowMs: number): void {
    if (this.action.does === "press") this.press(this.action.keys, nowMs + reactionMs);
    if (this.action.does === "hang-up" && this.action.atSeconds === undefined) {
      this.leavesAtMs = Math.min(this.leavesAtMs, nowMs + reactionMs);
    }
  }

  recorded(nowMs: number, finishKeys: string): Talk {
    const first = this.waiting[0];
    const action = first?.does === "talk" || first?.does === "hang-up" ? this.waiting.shift() : undefined;
    const usual = { seconds: talkSeconds, thenPress: action === undefined ? finishKeys.charAt(0) : "" };
    const talk = action?.does === "talk" ? action : usual;
    const { thenPress = "" } = talk;
    const talkMs = talk.seconds * 1000;
    return {
      talkMs,
      finishMs: thenPress !== "" && finishKeys.includes(thenPress) ? talkMs : Number.POSITIVE_INFINITY,
      // A caller who said before when they would leave does so in the middle of a recording too.
      leavesAtMs: action?.does === "hang-up" ? nowMs + (action.atSeconds ?? 1) * 1000 : this.leavesAtMs,
    };
  }

  private press(keys: string, firstMs: number): void {
    this.keys = [...keys].map((key, index) => ({ key, atMs: Math.round(firstMs + index * betweenKeysMs) }));
    this.action = { does: "nothing" };
  }
}

/** What somebody at a dial pad has done so far, by the clock of the call. In order of time. */
export interface TimedDeeds {
  readonly keys: readonly KeyPress[];
  readonly leavesAtMs?: number | undefined;
}

/** A caller whose every deed is known with its time; about whatever comes later they do nothing. */
export class TimedCaller implements Caller {
  readonly leavesAtMs: number;
  private readonly keys: KeyPress[];

  constructor({ keys, leavesAtMs = Number.POSITIVE_INFINITY }: TimedDeeds) {
    this.keys = [...keys];
    this.leavesAtMs = leavesAtMs;
  }

  get nextKey(): KeyPress | undefined {
    return this.keys[0];
  }

  takeKey(): void {
    this.keys.shift();
  }

  asked(nowMs: number): void {
    while (this.keys[0] !== undefined && this.keys[0].atMs < nowMs) this.keys.shift();
  }

  awaited(): void {}

  recorded(nowMs: number, finishKeys: string): Talk {
    const { leavesAtMs } = this;
    const finishing = this.keys.find(({ key, atMs }) => atMs >= nowMs && finishKeys.includes(key));
    const finishMs = (finishing?.atMs ?? Number.POSITIVE_INFINITY) - nowMs;
    return { talkMs: talkSeconds * 1000, finishMs, leavesAtMs };
  }
}
