import { hashOfText } from './hash';

/** So many values a shard at most, on the whole: a change copies the shards that it touches. */
const VALUES_A_SHARD = 32;

type Shard<Value> = ReadonlyMap<string, Value>;

/** Values by keys. Never changes: a change makes another map, which shares what stays. */
export class StableMap<Value> {
  private constructor(
    private readonly shards: readonly Shard<Value>[],
    readonly size: number,
  ) {}

  static of<Value>(values: Iterable<readonly [string, Value]>): StableMap<Value> {
    return new StableMap<Value>([new Map()], 0).with(new Map(values));
  }

  get(key: string): Value | undefined {
    return this.shards[shardOf(key, this.shards)]?.get(key);
  }

  *values(): Generator<Value> {
    for (const shard of this.shards) yield* shard.values();
  }

  /** The same with other values; undefined takes one away. */
  with(changes: ReadonlyMap<string, Value | undefined>): StableMap<Value> {
    if (changes.size === 0) return this;
    const shards = this.spread(changes.size);
    const copied = new Map<number, Map<string, Value>>();
    let size = this.size;
    for (const [key, value] of changes) {
      const index = shardOf(key, shards);
      const shard = copied.get(index) ?? new Map(shards[index]);
      copied.set(index, shard);
      size -= shard.size;
      if (value === undefined) shard.delete(key);
      else shard.set(key, value);
      size += shard.size;
    }
    for (const [index, shard] of copied) shards[index] = shard;
    return new StableMap(shards, size);
  }

  /** The shards, more of them where so many more values would crowd them. */
  private spread(more: number): Shard<Value>[] {
    const wanted = this.size + more;
    if (wanted <= this.shards.length * VALUES_A_SHARD) return [...this.shards];
    const count = 2 ** Math.ceil(Math.log2((2 * wanted) / VALUES_A_SHARD));
    const shards = Array.from({ length: count }, () => new Map<string, Value>());
    for (const shard of this.shards) {
      for (const [key, value] of shard) shards[shardOf(key, shards)]?.set(key, value);
    }
    return shards;
  }
}

/** @param shards a power of two of them */
const shardOf = (key: string, shards: readonly unknown[]): number =>
  hashOfText(key) & (shards.length - 1);
