const SHARDS = 1 << 12;
const REST = 1 << 20;
/** Slots of a shard's first table. */
const FIRST = 4;
const NOTHING: readonly number[] = [];
const EMPTY = new Uint32Array(0);

/**
 * Numbers by 32-bit hashes, several by one where they have it. Each of many small tables grows by itself, so that no
 * addition is slow.
 */
export class ByHash {
  /** Each slot is a hash and, one higher than it is, a number; 0: the slot is free. */
  private readonly shards: Uint32Array[] = new Array<Uint32Array>(SHARDS).fill(EMPTY);
  private readonly counts = new Uint32Array(SHARDS);
  private slots = 0;

  /** What the tables take. */
  get bytes(): number {
    return this.slots * 8 + SHARDS * 4;
  }

  /** @param number below 2^32 - 1 */
  add(hash: number, number: number): void {
    const index = hash >>> 20;
    const count = (this.counts[index] ?? 0) + 1;
    this.counts[index] = count;
    let shard = this.shards[index] ?? EMPTY;
    if (count * 8 > shard.length * 3) {
      shard = this.grow(shard);
      this.shards[index] = shard;
    }
    put(shard, hash, number + 1);
  }

  /** All numbers with a hash, in no order. */
  of(hash: number): readonly number[] {
    const shard = this.shards[hash >>> 20] ?? EMPTY;
    let found: number[] | undefined;
    if (shard.length === 0) return NOTHING;
    let at = slotOf(shard, hash);
    for (let number = shard[at + 1]; number !== 0; number = shard[at + 1]) {
      if (shard[at] === hash && number !== undefined) (found ??= []).push(number - 1);
      at = next(shard, at);
    }
    return found ?? NOTHING;
  }

  private grow(shard: Uint32Array): Uint32Array {
    const wider = new Uint32Array(Math.max(FIRST * 2, (shard.length >> 2) * 6));
    for (let at = 0; at < shard.length; at += 2) {
      const number = shard[at + 1] ?? 0;
      if (number !== 0) put(wider, shard[at] ?? 0, number);
    }
    this.slots += (wider.length - shard.length) / 2;
    return wider;
  }
}

/** Where the search for a hash begins. */
const slotOf = (shard: Uint32Array, hash: number): number =>
  2 * Math.floor(((hash & (REST - 1)) * (shard.length >> 1)) / REST);

const next = (shard: Uint32Array, at: number): number => (at + 2 === shard.length ? 0 : at + 2);

function put(shard: Uint32Array, hash: number, number: number): void {
  let at = slotOf(shard, hash);
  while (shard[at + 1] !== 0) at = next(shard, at);
  shard[at] = hash;
  shard[at + 1] = number;
}
