import { NameIndex, type Lead } from '../../screening/index/name-index';

/** An exclusion of articles that a maker's name leads to. */
export interface MakerLead {
  readonly exclusion: string;
  readonly score: number;
}

/**
 * Names by which vendors and covered articles are found, shared by the registers of all positions: it only grows, and
 * what it finds must be looked at.
 */
export class VendorNames {
  /** Of all vendors, by their slots. */
  readonly all = new NameIndex();
  /** The same of those whom exclusions name, or whom affiliations and merges connect with one. */
  readonly excluded = new NameIndex();
  private readonly makers = new NameIndex();
  private readonly barred = new Set<number>();
  private readonly exclusions: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** How many names of excluded vendors and of makers there are: where it stays the same, the same is found. */
  get excludedSize(): number {
    return this.excluded.size + this.makers.size;
  }

  /** Lets a name lead to a vendor. */
  add(slot: number, name: string): void {
    this.all.add(slot, name);
    if (this.barred.has(slot)) this.excluded.add(slot, name);
  }

  /** Lets a name lead to a vendor that is excluded or may be, and whatever is added of it from now on. */
  bar(slot: number, name: string): void {
    this.barred.add(slot);
    this.excluded.add(slot, name);
  }

  /** Lets a name lead to an exclusion that covers articles of whoever goes by it. */
  cover(exclusion: string, name: string): void {
    const number = this.numbers.get(exclusion) ?? this.exclusions.push(exclusion) - 1;
    this.numbers.set(exclusion, number);
    this.makers.add(number, name);
  }

  /** Exclusions of articles by what is found among the names of their makers. */
  coveredBy(search: (makers: NameIndex) => readonly Lead[]): MakerLead[] {
    return search(this.makers).map(({ owner, score }) => ({
      ...{ exclusion: this.exclusions[owner] ?? '', score },
    }));
  }

  /**
   * Puts all that was added in order: where much was, it is not found before.
   *
   * @param rest lets others have their turn
   */
  async settle(rest: () => Promise<void>): Promise<void> {
    for (const index of [this.all, this.excluded, this.makers]) await index.settle(rest);
  }
}
