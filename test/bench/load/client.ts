import { createInterface } from "node:readline";
import { addressIn, notifications, requestOf } from "./asked.ts";
import { type Connection, openConnection } from "./connection.ts";

/** What this process is told, a line of JSON for each turn. */
export interface Task {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** Goes on at the address in the first answer, as a caller who presses keys; else each request is a new call. */
  readonly follow: boolean;
}

/** What it tells of the turn, when the last answer is there. */
export interface Measured {
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
  readonly failed: number;
}

/** Kept from turn to turn, as a PBX keeps its own; by port. */
const open = new Map<string, Connection[]>();

let calls = 0;

async function turn({ url, seconds, connections, follow }: Task): Promise<Measured> {
  const entry = new URL(url);
  const connect = () => openConnection(Number(entry.port));
  const kept = open.get(entry.port) ?? (await Promise.all(Array.from({ length: connections }, connect)));
  open.set(entry.port, kept);
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1000;

  async function ask(connection: Connection, address: URL, body: string): Promise<string> {
    const before = performance.now();
    const answer = await connection.ask(requestOf(address, body));
    times.push(performance.now() - before);
    return answer;
  }

  async function call(connection: Connection): Promise<void> {
    calls += 1;
    const callId = `${process.pid}x${calls.toString(36)}`;
    const first = await ask(connection, entry, notifications.incoming(callId));
    if (!follow) return;
    const next = addressIn(first);
    if (next === undefined) throw new Error(`no address in ${first}`);
    await ask(connection, new URL(next), notifications.digits(callId));
  }

  async function keepCalling(at: number): Promise<void> {
    while (performance.now() < until) {
      const connection = kept[at] ?? (await connect());
      kept[at] = connection;
      await call(connection).catch((error) => {
        failed += 1;
        if (failed === 1) console.error(String(error));
        connection.close();
        delete kept[at];
      });
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, at) => keepCalling(at)));
  return { seconds: (performance.now() - began) / 1000, times, failed };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await turn(JSON.parse(line) as Task)));
}
process.exit(0);
