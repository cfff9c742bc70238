/** Random numbers that are the same for the same seed, on every machine. @source Mulberry32, by Tommy Ettinger; public domain */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, 0 to below this one. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Any of them, each as often. */
  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }

  /**
   * Any of them, the earlier ones more often: as 1 / (place + 12), which is how often the words of companies' names
   * come in lists of exclusions (Zipf's law with Mandelbrot's shift).
   */
  pickEarly<Value>(values: readonly Value[]): Value {
    const [first, last] = [SHIFT, values.length + SHIFT];
    return values[Math.floor(first * (last / first) ** this.next()) - SHIFT] as Value;
  }

  /** Any of them, as often as its weight says. */
  pickWeighted<Value>(values: readonly (readonly [Value, weight: number])[]): Value {
    let left = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    return (values.find(([, weight]) => (left -= weight) < 0) ?? values.at(-1)!)[0];
  }

  /** The same values in another order. */
  shuffle<Value>(values: readonly Value[]): Value[] {
    const shuffled = [...values];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as Value, shuffled[last] as Value];
    }
    return shuffled;
  }
}

const SHIFT = 12;
