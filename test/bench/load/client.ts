import { addressIn, notifications, requestOf } from "./asked.ts";
import { type Connection, openConnection } from "./connection.ts";

/** What the second process is told, as JSON in its first argument. */
export interface Task {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** Goes on at the address in the first answer, as a caller who presses keys; else each request is a new call. */
  readonly follow: boolean;
  /** Makes CallIds of this round like no others. */
  readonly round: string;
}

export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

const { url, seconds, connections, follow, round } = JSON.parse(process.argv[2] ?? "{}") as Task;
const entry = new URL(url);
const times: number[] = [];
let failed = 0;
let calls = 0;
const until = performance.now() + seconds * 1000;

async function timed(connection: Connection, address: URL, body: string): Promise<string> {
  const before = performance.now();
  const answer = await connection.ask(requestOf(address, body));
  times.push(performance.now() - before);
  return answer;
}

async function keepCalling(): Promise<void> {
  let connection = await openConnection(Number(entry.port));
  while (performance.now() < until) {
    calls += 1;
    const callId = `${round}${calls.toString(36)}`;
    try {
      const first = await timed(connection, entry, notifications.incoming(callId));
      const next = follow ? addressIn(first) : undefined;
      if (follow && next === undefined) throw new Error(`no address in ${first}`);
      if (next !== undefined) await timed(connection, new URL(next), notifications.digits(callId));
    } catch (error) {
      failed += 1;
      if (failed === 1) console.error(String(error));
      connection.close();
      connection = await openConnection(Number(entry.port));
    }
  }
  connection.close();
}

const began = performance.now();
await Promise.all(Array.from({ length: connections }, keepCalling));
const took = (performance.now() - began) / 1000;
times.sort((one, other) => one - other);
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
const measured: Measured = {
  requests: times.length,
  perSecond: times.length / took,
  p50: at(0.5),
  p99: at(0.99),
  failed,
};
console.log(JSON.stringify(measured));
