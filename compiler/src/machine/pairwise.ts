import { type Dialect, dialectReadings } from "./dialect.ts";

type Reading = readonly [key: string, value: unknown];

/**
 * A few dialects in which every two readings of different switches meet at least once. Most faults need no more than two
 * readings to show, and all combinations are too many. Always the same ones, the recommended dialect first.
 */
export function pairwiseDialects(): readonly Required<Dialect>[] {
  const keys: readonly (readonly [string, readonly unknown[]])[] = Object.entries(dialectReadings);
  const open = new Set<string>();
  for (const [at, [key, readings]] of keys.entries())
    for (const [otherKey, otherReadings] of keys.slice(at + 1))
      for (const value of readings) for (const other of otherReadings) open.add(pair([key, value], [otherKey, other]));

  const dialects: Readonly<Record<string, unknown>>[] = [];
  for (let next = first(open); next !== undefined; next = first(open)) {
    const chosen: Reading[] = [];
    for (const [key, readings] of keys) {
      // One open pair is met for certain; of the others, as many as the readings chosen so far allow.
      const wanted = readings.findIndex((value) => next?.includes(name([key, value])));
      const gains = readings.map((value) => chosen.filter((one) => open.has(pair(one, [key, value]))).length);
      const best = dialects.length === 0 ? 0 : gains.indexOf(Math.max(...gains));
      chosen.push([key, readings[wanted === -1 ? best : wanted]]);
    }
    for (const [at, one] of chosen.entries()) for (const other of chosen.slice(at + 1)) open.delete(pair(one, other));
    dialects.push(Object.fromEntries(chosen));
  }
  // Every switch has been given one of its readings.
  return dialects as unknown as readonly Required<Dialect>[];
}

/** The names of the two readings of the first pair. */
function first(open: ReadonlySet<string>): readonly string[] | undefined {
  for (const one of open) return one.split(" ");
  return undefined;
}

function pair(one: Reading, other: Reading): string {
  return `${name(one)} ${name(other)}`;
}

function name([key, value]: Reading): string {
  return `${key}=${value}`;
}
