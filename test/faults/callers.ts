import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Received, received } from "../support/stranger.ts";

/** What callers did, and what they were answered. */
export interface Ledger {
  /** By the caller's number: how many of the callbacks were answered, and whether the conversation came to its end. */
  readonly calls: ReadonlyMap<string, { readonly answered: number; readonly isOver: boolean }>;
  /** Callbacks sent again because nobody was there, or the connection broke off. */
  readonly repeated: number;
  /** Callbacks answered with the fallback. */
  readonly apologies: number;
  /** Milliseconds that a callback waited for its answer at most, with all repetitions. */
  readonly longestMs: number;
}

export interface Callers {
  /** Answered callbacks so far. */
  answered(): number;
  /** Every call that was begun is led to its end first. */
  stop(): Promise<Ledger>;
}

interface CallersOptions {
  /** Of the flow `pinCheck`, wherever it is just now. */
  readonly entry: () => string;
  /** Where an address leads; the same address when absent. */
  readonly through?: (address: string) => string;
  readonly atATime?: number;
  /** Holds a whole call to what its caller must hear. */
  readonly listen?: (heard: readonly string[]) => void;
}

function hearPinCheck(heard: readonly string[]): void {
  expect(heard).toEqual(["Your PIN for the bank, please.", "That is wrong.", "Welcome to the bank."]);
}

/** Milliseconds. What a test of faults may take on a machine that has more to do; some seconds on one that has not. */
export const patience = 180_000;

/** Milliseconds. Longer than a server needs to start again, and again, on the busiest machine: who waits longer is stuck. */
const patienceMs = 150_000;

/**
 * Callers of `pinCheck`, one call after the other: a wrong PIN, then the right one. A callback that is not answered, or with
 * the fallback, is sent again as it was until it is.
 */
export function startCallers({
  entry,
  through = (one) => one,
  atATime = 8,
  listen = hearPinCheck,
}: CallersOptions): Callers {
  const calls = new Map<string, { answered: number; isOver: boolean }>();
  const counts = { repeated: 0, apologies: 0, longestMs: 0, answered: 0 };
  let stopping = false;

  async function persist(address: () => string, form: Readonly<Record<string, string>>): Promise<Received> {
    const began = performance.now();
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(form).toString();
    for (;;) {
      const asked = fetch(through(address()), { method: "POST", headers, body, signal: AbortSignal.timeout(20_000) });
      const answer = await asked.then(received, (error: Error) => error);
      const waited = performance.now() - began;
      if (answer instanceof Error && answer.name === "AssertionError") throw answer;
      if (!(answer instanceof Error) && !/sorry/.test(answer.spoken[0] ?? "")) {
        counts.longestMs = Math.max(counts.longestMs, waited);
        counts.answered += 1;
        return answer;
      }
      if (answer instanceof Error) counts.repeated += 1;
      else counts.apologies += 1;
      if (waited > patienceMs) throw new Error(`a caller is stuck: ${answer instanceof Error ? answer : answer.xml}`);
      // A server that starts needs the processor more than we do.
      await sleep(answer instanceof Error ? 200 : 20);
    }
  }

  async function call(number: string): Promise<void> {
    const ledger = { answered: 0, isOver: false };
    const ask = async (address: () => string, more: Readonly<Record<string, string>>) => {
      const answer = await persist(address, { CallId: `id${number}`, CallerId: number, ...more });
      ledger.answered += 1;
      calls.set(number, ledger);
      return answer;
    };
    const first = await ask(entry, { NotificationName: "IncomingCall" });
    const wrong = await ask(() => first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "9999" });
    const right = await ask(() => wrong.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1234" });
    listen([first, wrong, right].map(({ spoken }) => spoken[0] ?? ""));
    ledger.isOver = true;
  }

  const running = Array.from({ length: atATime }, async (_, at) => {
    for (let n = 0; !stopping; n += 1) await call(`${at}00${n}`);
  });
  // Somebody who fails is told of when the callers are stopped.
  const all = Promise.all(running);
  all.catch(() => {});
  return {
    answered: () => counts.answered,
    async stop() {
      stopping = true;
      await all;
      const { answered: _, ...rest } = counts;
      return { calls, ...rest };
    },
  };
}

interface Api {
  api(method: string, path: string): Promise<{ readonly status: number; readonly body: unknown }>;
}

interface StoredCall {
  readonly id: string;
  readonly caller: string;
  readonly startedAt: string;
}

/**
 * Holds what is stored to what callers were told: each of their calls once, with each answered callback once, at every
 * turn. Returns what there was, to be told.
 */
export async function expectNothingLost({ api }: Api, ledger: Ledger): Promise<Readonly<Record<string, number>>> {
  const stored = new Map<string, StoredCall[]>();
  for (let next = ""; ; ) {
    const { body } = await api("GET", `/calls?limit=500${next}`);
    const page = body as { calls: StoredCall[]; next: { at: string; id: string } | null };
    for (const call of page.calls) stored.set(call.caller, [...(stored.get(call.caller) ?? []), call]);
    if (page.next === null) break;
    next = `&beforeAt=${encodeURIComponent(page.next.at)}&beforeId=${page.next.id}`;
  }
  let callbacks = 0;
  for (const [number, { answered, isOver }] of ledger.calls) {
    expect(isOver, `${number} was led to the end`).toBe(true);
    const [call, ...more] = stored.get(number) ?? [];
    const began = [call, ...more].map((one) => one?.startedAt);
    expect(more, `calls of ${number}, which began ${began.join(" and ")}`).toEqual([]);
    const { body } = await api("GET", `/calls/${call?.id}`);
    expect((body as { callbacks: unknown[] }).callbacks.length, `callbacks of ${number}`).toBe(answered);
    callbacks += answered;
  }
  const { repeated, apologies, longestMs } = ledger;
  return { calls: ledger.calls.size, callbacks, repeated, apologies, longestMs: Math.round(longestMs) };
}

/** What a test of faults has seen, on a line of its own in the test's output. */
export function tell(what: string, counts: Readonly<Record<string, number>>): void {
  console.log(`${what}: ${JSON.stringify(counts)}`);
}
