/** One measured figure: a line of JSON on standard output, and nothing else goes there. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, in the same run on the same machine. */
  readonly baseline: number;
}

export function print({ name, value, unit, baseline }: Figure): void {
  const round = (number: number) => Number(number.toPrecision(4));
  const ratio = baseline === 0 ? null : round(value / baseline);
  console.log(JSON.stringify({ name, value: round(value), unit, baseline: round(baseline), ratio }));
}

/** What two pieces of work take, in milliseconds. */
export type Pair = Pick<Figure, "value" | "baseline">;

/**
 * Both in turns, so that what else the machine does meets them alike: it gets slower and quicker by half from one minute to the
 * next. Of several runs (an odd number) the one whose ratio stands in the middle.
 */
export function measuredInTurns(work: () => void, other: () => void, runs = 9): Pair {
  const pairs = Array.from({ length: runs }, () => ({ value: msOf(work), baseline: msOf(other) }));
  pairs.sort((one, two) => one.value / one.baseline - two.value / two.baseline);
  return pairs[runs >> 1] ?? { value: 0, baseline: 0 };
}

/** Milliseconds of the fastest of several runs, each of them doing the whole work: noise only ever adds. */
export function fastestMs(work: () => void, runs = 5): number {
  return Math.min(...Array.from({ length: runs }, () => msOf(work)));
}

function msOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
