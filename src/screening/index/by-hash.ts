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
    let found: number[] | undefined;
    for (let at = this.first(hash); at !== NONE; at = this.following(hash, at))
      (found ??= []).push(this.numberAt(hash, at));
    return found ?? NOTHING;
  }

  /** The slot of the first number with a hash; NONE: there is none. Good until the next addition. */
  first(hash: number): number {
    const shard = this.shards[hash >>> 20] ?? EMPTY;
    return shard.length === 0 ? NONE : seek(shard, hash, slotOf(shard, hash));
  }

  /** The slot of the next number with the same hash. */
  following(hash: number, slot: number): number {
    const shard = this.shards[hash >>> 20] ?? EMPTY;
    return seek(shard, hash, next(shard, slot));
  }

  numberAt(hash: number, slot: number): number {
    return ((this.shards[hash >>> 20] ?? EMPTY)[slot + 1] ?? 1) - 1;
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

/** No slot. */
export const NONE = -1;

/** The next slot with a hash, from one on. */
function seek(shard: Uint32Array, hash: number, start: number): number {
  let at = start;
  for (; shard[at + 1] !== 0; at = next(shard, at)) if (shard[at] === hash) return at;
  return NONE;
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
