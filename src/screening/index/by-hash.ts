/** The highest bits of a hash tell the shard. */
const SHARD_BITS = 10;
const SHARDS = 1 << SHARD_BITS;
const SHIFT = 32 - SHARD_BITS;
/** Slots of a shard's first table; up to so many they double when it is full, then they are half as many more. */
const FIRST = 8;
const MANY = 256;
const NOTHING: readonly number[] = [];
const EMPTY = new Int32Array(0);

/**
 * Numbers by hashes, which are signed integers of 32 bits: several by one where they have it. Each of many small tables grows by itself, so that no
 * addition is slow.
 */
export class ByHash {
  /** Each slot is a hash and, one higher than it is, a number; 0: the slot is free. */
  private readonly shards: Int32Array[] = new Array<Int32Array>(SHARDS).fill(EMPTY);
  private readonly counts = new Int32Array(SHARDS);
  private slots = 0;

  /** What the tables take. */
  get bytes(): number {
    return this.slots * 8 + SHARDS * 4;
  }

  /** @param number below 2^31 - 1 */
  add(hash: number, number: number): void {
    const index = hash >>> SHIFT;
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
    let found: number[] | undefined;
    for (let at = this.first(hash); at !== NONE; at = this.following(hash, at))
      (found ??= []).push(this.numberAt(hash, at));
    return found ?? NOTHING;
  }

  /** The slot of the first number with a hash; NONE: there is none. Good until the next addition. */
  first(hash: number): number {
    const shard = this.shards[hash >>> SHIFT] ?? EMPTY;
    return shard.length === 0 ? NONE : seek(shard, hash, slotOf(shard, hash));
  }

  /** The slot of the next number with the same hash. */
  following(hash: number, slot: number): number {
    const shard = this.shards[hash >>> SHIFT] ?? EMPTY;
    return seek(shard, hash, next(shard, slot));
  }

  numberAt(hash: number, slot: number): number {
    return ((this.shards[hash >>> SHIFT] ?? EMPTY)[slot + 1] ?? 1) - 1;
  }

  private grow(shard: Int32Array): Int32Array {
    const slots = shard.length >> 1;
    const wider = new Int32Array(
      2 * Math.max(FIRST, slots < MANY ? 2 * slots : slots + (slots >> 1)),
    );
    for (let at = 0; at < shard.length; at += 2) {
      const number = shard[at + 1] ?? 0;
      if (number !== 0) put(wider, shard[at] ?? 0, number);
    }
    this.slots += (wider.length - shard.length) / 2;
    return wider;
  }
}

/** No slot. */
export const NONE = -1;

/** The next slot with a hash, from one on. */
function seek(shard: Int32Array, hash: number, start: number): number {
  let at = start;
  for (; shard[at + 1] !== 0; at = next(shard, at)) if (shard[at] === hash) return at;
  return NONE;
}

/** Where the search for a hash begins: as far in the table as its middle bits are in theirs. */
const slotOf = (shard: Int32Array, hash: number): number =>
  2 * (Math.imul((hash >>> 6) & 0xffff, shard.length >> 1) >>> 16);

const next = (shard: Int32Array, at: number): number => (at + 2 === shard.length ? 0 : at + 2);

function put(shard: Int32Array, hash: number, number: number): void {
  let at = slotOf(shard, hash);
  while (shard[at + 1] !== 0) at = next(shard, at);
  shard[at] = hash;
  shard[at + 1] = number;
}
