/** Numbers that lie in one page. */
const SHIFT = 14;
const PAGE = 1 << SHIFT;
const MASK = PAGE - 1;

/**
 * Whole numbers from 0 to 2^32 - 1 by place. It grows by pages and copies nothing, so that no addition is slow. A place
 * that was never written holds 0.
 */
export class Numbers {
  private readonly pages: Uint32Array[] = [];
  private end = 0;

  /** The place behind the last. */
  get length(): number {
    return this.end;
  }

  /** What the pages take. */
  get bytes(): number {
    return this.pages.length * PAGE * 4;
  }

  at(place: number): number {
    return (this.pages[place >>> SHIFT] ?? NOTHING)[place & MASK] ?? 0;
  }

  /** @param place one that was given room */
  set(place: number, number: number): void {
    (this.pages[place >>> SHIFT] ?? NOTHING)[place & MASK] = number;
  }

  push(number: number): number {
    const place = this.room(1);
    this.set(place, number);
    return place;
  }

  /** Gives room to some numbers, which lie in one page. @param count at most 16 384 @returns the place of the first */
  room(count: number): number {
    if ((this.end & MASK) + count > PAGE) this.end = this.pages.length << SHIFT;
    const place = this.end;
    this.end += count;
    if (this.end > this.pages.length << SHIFT) this.pages.push(new Uint32Array(PAGE));
    return place;
  }

  /** The page of a place, for those who read many numbers of one room. */
  page(place: number): Uint32Array {
    return this.pages[place >>> SHIFT] ?? NOTHING;
  }
}

/** Where in its page a place lies. */
export const inPage = (place: number): number => place & MASK;

const NOTHING = new Uint32Array(0);
