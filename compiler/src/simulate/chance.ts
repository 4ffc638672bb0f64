/** Numbers from 0 up to 1, and choices made by them. The same seed gives the same, everywhere. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Mulberry32: small and even. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.number() * items.length)];
  }

  /** True so many times in a hundred. */
  in100(percent: number): boolean {
    return this.number() * 100 < percent;
  }
}
