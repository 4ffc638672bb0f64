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

/** Milliseconds of the fastest of several runs, each of them doing the whole work: noise only ever adds. */
export function fastestMs(work: () => void, runs = 5): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - before);
  }
  return fastest;
}
