import type { Client, Server } from "./child.ts";

/** Calls that go on at the same time. */
export const connections = 32;

/** Somebody who answers, and how the client asks. */
export interface Contender {
  readonly name: string;
  readonly server: Server;
  readonly path: string;
  readonly follow: boolean;
}

/** Rounds that warm up and do not count: ten thousand requests and more, before V8 has seen the last of what it may compile. */
const warmUps = 24;

/** All of them in each round, every other round backwards. */
export async function inTurns(client: Client, all: readonly Contender[], rounds: number, seconds: number) {
  const measured = new Map<Contender, Measured>(
    all.map((one) => [one, { requests: 0, seconds: 0, cpu: 0, times: [] }]),
  );
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    for (const one of round % 2 === 0 ? all : all.toReversed()) {
      const { server, path, follow } = one;
      const before = await server.used();
      const url = `http://127.0.0.1:${server.port}${path}`;
      const turn = await client.ask({ url, seconds, connections, follow });
      const { cpu } = await server.used();
      const sum = measured.get(one);
      if (round < 1 || sum === undefined) continue;
      sum.requests += turn.times.length;
      sum.seconds += turn.seconds;
      sum.cpu += cpu - before.cpu;
      for (const time of turn.times) sum.times.push(time);
    }
    if (round % 10 === 0) console.error(round < 1 ? "warm" : `round ${round} of ${rounds}`);
  }
  return (one: Contender): Figures => figuresOf(measured.get(one));
}

/** All turns of one together. */
interface Measured {
  requests: number;
  seconds: number;
  /** Seconds of the server's processor, of all its threads. */
  cpu: number;
  /** Milliseconds of each request. */
  readonly times: number[];
}

/**
 * A second of the server's own processor is what can be compared on a machine that has more to do; on one that has not, it is
 * a second of the clock as well.
 */
export interface Figures {
  readonly perCpuSecond: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

function figuresOf(
  { requests, seconds, cpu, times }: Measured = { requests: 0, seconds: 0, cpu: 0, times: [] },
): Figures {
  const sorted = Float64Array.from(times).sort();
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { perCpuSecond: requests / cpu, perSecond: requests / seconds, p50: at(0.5), p99: at(0.99) };
}
