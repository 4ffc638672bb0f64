import type { Clock } from "../../deps.ts";
import { raised } from "./raised.ts";
import type { VirtualCall } from "./virtual-call.ts";

/** How long a phone rings before it is answered, in milliseconds of the call. */
const answerAfterMs = 700;

/** How long somebody lets it ring who waits, in seconds: the default of Route (p_7658), inferred for all others. */
export const patienceSeconds = 90;

/** In the words of the routing states (p_4695). */
export type RingResult = "answered" | "Busy" | "NoAnswer";

/** Numbers that end in 99 are always busy, those that end in 98 are never answered; everybody else answers. */
export function answerOf(number: string): RingResult {
  if (number === "" || number.endsWith("99")) return "Busy";
  return number.endsWith("98") ? "NoAnswer" : "answered";
}

export function isReachable(number: string): boolean {
  return answerOf(number) === "answered";
}

/** The sentence of code 402. */
export function connectFailed(number: string, result: string = answerOf(number)): string {
  return `Call connect to '${number}' failed with result state '${result}'`;
}

export interface Ringing {
  readonly call: VirtualCall;
  /** Which number rings; another one once the call has been forwarded. */
  number(): string;
  /** RingTime. Without it the phone rings until the call is hung up. */
  readonly ringSeconds?: number | undefined;
  readonly clock: Clock;
  /** Seconds of ours for a second of the call. */
  readonly speed: number;
}

/** Rings until somebody answers, it is over, or RingTime has passed. No RingTime is shorter than an answer takes. */
export async function ring({ call, number, ringSeconds, clock, speed }: Ringing): Promise<RingResult> {
  const wait = (ms: number, signal: AbortSignal) => clock.wait(ms * speed, signal);
  for (;;) {
    await wait(answerAfterMs, call.over);
    const rung = number();
    const result = answerOf(rung);
    if (result !== "NoAnswer" || call.isOver) return result;
    const goesElsewhere = AbortSignal.any([call.over, call.forwarded]);
    if (ringSeconds === undefined) await raised(goesElsewhere);
    else await wait(Math.max(0, ringSeconds * 1000 - answerAfterMs), goesElsewhere);
    if (number() === rung) return result;
  }
}
