const NONE = -1;

/**
 * Which slots a key may lead to, by the key's hash. Shared by the registers of all positions: it only grows, and what
 * it gives must be looked at, since other keys have the same hash and what a key led to may be past.
 */
export class Hints {
  private heads = new Int32Array(1024).fill(NONE);
  private next = new Int32Array(1024);
  private hashes = new Uint32Array(1024);
  private slots = new Int32Array(1024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Lets a key lead to a slot. That it does so already is not looked for. */
  add(hash: number, slot: number): void {
    if (this.count === this.slots.length) this.grow();
    const at = this.count++;
    this.hashes[at] = hash;
    this.slots[at] = slot;
    this.link(at);
  }

  /** Lets a key lead to a slot, unless it does. */
  addOnce(hash: number, slot: number): void {
    for (let at = this.first(hash); at !== NONE; at = this.following(at)) {
      if (this.slots[at] === slot) return;
    }
    this.add(hash, slot);
  }

  /** Each slot once. */
  of(hash: number): number[] {
    const found: number[] = [];
    for (let at = this.first(hash); at !== NONE; at = this.following(at)) {
      found.push(this.slotAt(at));
    }
    return found.length > 1 ? [...new Set(found)] : found;
  }

  /** The place of the first slot that a key may lead to; -1: there is none. */
  first(hash: number): number {
    return this.same(this.heads[hash & (this.heads.length - 1)] ?? NONE, hash);
  }

  /** The place of the next slot that the same key may lead to. */
  following(at: number): number {
    return this.same(this.next[at] ?? NONE, this.hashes[at] ?? 0);
  }

  slotAt(at: number): number {
    return this.slots[at] ?? NONE;
  }

  private same(start: number, hash: number): number {
    let at = start;
    while (at !== NONE && this.hashes[at] !== hash) at = this.next[at] ?? NONE;
    return at;
  }

  private link(at: number): void {
    const bucket = (this.hashes[at] ?? 0) & (this.heads.length - 1);
    this.next[at] = this.heads[bucket] ?? NONE;
    this.heads[bucket] = at;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    this.next = new Int32Array(size);
    this.hashes = widened(this.hashes, new Uint32Array(size));
    this.slots = widened(this.slots, new Int32Array(size));
    this.heads = new Int32Array(size).fill(NONE);
    for (let at = 0; at < this.count; at += 1) this.link(at);
  }
}

function widened<Numbers extends Int32Array | Uint32Array>(old: Numbers, wider: Numbers): Numbers {
  wider.set(old);
  return wider;
}
