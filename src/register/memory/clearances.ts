/** Under which circumstances nothing was found. */
export interface Looked {
  /** The size of what was searched. */
  readonly size: number;
  /** How alike it had to be at least. */
  readonly floor: number;
  /** The revision of the vendor whose names were looked for. */
  readonly revision: number;
}

/** The vendors, by their slots, to whose names nothing excluded was found alike, so that it is not looked for again. */
export class Clearances {
  private floor = Infinity;
  private sizes = new Uint32Array(1024);
  private revisions = new Uint32Array(1024);

  has(slot: number, { size, floor, revision }: Looked): boolean {
    return (
      floor >= this.floor &&
      this.sizes[slot] === size + 1 &&
      this.revisions[slot] === revision >>> 0
    );
  }

  set(slot: number, { size, floor, revision }: Looked): void {
    if (floor < this.floor) this.sizes.fill(0);
    this.floor = Math.min(this.floor, floor);
    // Of what was looked for by a higher floor, something may be alike by this one.
    if (floor > this.floor) return;
    if (slot >= this.sizes.length) this.grow(slot);
    this.sizes[slot] = size + 1;
    this.revisions[slot] = revision;
  }

  private grow(slot: number): void {
    const [sizes, revisions] = [this.sizes, this.revisions];
    const length = 2 ** Math.ceil(Math.log2(slot + 1));
    this.sizes = new Uint32Array(length);
    this.revisions = new Uint32Array(length);
    this.sizes.set(sizes);
    this.revisions.set(revisions);
  }
}
