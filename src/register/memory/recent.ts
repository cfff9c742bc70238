/** Values that were asked for of late, and of what was not for long none. */
export class Recent<Value> {
  private older = new Map<number, Value>();
  private newer = new Map<number, Value>();

  /** @param most how many are kept at least, of those asked for last; at most twice as many */
  constructor(private readonly most: number) {}

  get(key: number): Value | undefined {
    const value = this.newer.get(key);
    if (value !== undefined) return value;
    const before = this.older.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: number, value: Value): void {
    if (this.newer.size >= this.most) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(key, value);
  }

  /** The same values apart, but for those of some keys. */
  without(keys: Iterable<number>): Recent<Value> {
    const others = new Recent<Value>(this.most);
    others.older = new Map([...this.older, ...this.newer]);
    for (const key of keys) others.older.delete(key);
    return others;
  }
}
