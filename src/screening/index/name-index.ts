import { readNameForm, type NameForm } from '../domain/name-form';
import { Finder, type Found } from './finder';
import { NameTables } from './name-tables';

/** An owner of a name that resembles the one that is looked for. */
export interface Lead {
  /** The number that the name was added with. */
  readonly owner: number;
  /** As `compareNames` gives it for the most alike of its names. */
  readonly score: number;
}

/** How far a search goes. */
export interface SearchLimits {
  /** Most leads. */
  readonly most: number;
  /** The lowest score of a lead. */
  readonly floor: number;
}

/** So many names that wait are put in order by whoever looks for one. */
const AT_ONCE = 500;
/** Names are put in order for so long, in milliseconds, before others have their turn. */
const TURN = 4;
/** What somebody types is followed however little it tells. */
const LOWEST = 0.01;
/** The clock is looked at after so many names. */
const NAMES_A_LOOK = 32;

/**
 * Names, each of an owner. It only grows: what it gives must be looked at, since a name that leads to an owner may be
 * past, and keys are told apart by their hashes alone. Shared by the registers of all positions.
 */
export class NameIndex {
  private readonly tables = new NameTables();
  private readonly finder = new Finder(this.tables);
  private owners: number[] = [];
  private names: string[] = [];
  private next = 0;

  /** The number of names, those that wait included. */
  get size(): number {
    return this.tables.names.size + this.names.length - this.next;
  }

  /** What the index takes in memory, but for names that wait. */
  get bytes(): number {
    return this.tables.bytes;
  }

  /**
   * Adds a name. It is found from then on; where more than five hundred wait, once they are settled. A name that its owner
   * has already changes nothing.
   *
   * @param owner below 2^32
   */
  add(owner: number, name: string): void {
    this.owners.push(owner);
    this.names.push(name);
  }

  /**
   * Puts in order what was added, in many short steps. Searches may go on meanwhile. Whoever adds very many does so now
   * and then, since what waits takes more memory than what is in order.
   *
   * @param rest lets others have their turn
   */
  async settle(rest: () => Promise<void>): Promise<void> {
    while (this.waiting > 0) {
      const end = performance.now() + TURN;
      do this.order(NAMES_A_LOOK);
      while (this.waiting > 0 && performance.now() < end);
      await rest();
    }
  }

  /** Whoever may have a name with this key, each once, in no order: an owner whose key has the same hash is among them. */
  exact(key: string): number[] {
    this.order(AT_ONCE);
    const places = this.tables.withKey(key);
    return [...new Set(places.map((place) => this.tables.names.ownerOf(place)))];
  }

  /**
   * Whoever has a name that resembles this one, the most alike first, then by number; each owner once. How much work it
   * does is bounded: of very many names that resemble it equally, some are left out.
   */
  search(form: NameForm, { most, floor }: SearchLimits): Lead[] {
    this.order(AT_ONCE);
    return this.leads(this.finder.find({ form, most, floor }), { most, floor });
  }

  /** The same for what somebody is still typing: the last word may be the beginning of one. */
  complete(text: string, most: number): Lead[] {
    this.order(AT_ONCE);
    return this.leads(this.finder.complete({ form: readNameForm(text), most, floor: LOWEST }), {
      ...{ most, floor: LOWEST },
    });
  }

  private get waiting(): number {
    return this.names.length - this.next;
  }

  private order(most: number): void {
    const end = Math.min(this.names.length, this.next + most);
    for (; this.next < end; this.next += 1) {
      const form = readNameForm(this.names[this.next] ?? '');
      if (form.key !== '') this.tables.add(this.owners[this.next] ?? 0, form);
    }
    if (this.next < this.names.length || this.next === 0) return;
    [this.owners, this.names, this.next] = [[], [], 0];
  }

  private leads(found: readonly Found[], { most, floor }: SearchLimits): Lead[] {
    const byOwner = new Map<number, number>();
    for (const { place, score } of found) {
      const owner = this.tables.names.ownerOf(place);
      if (score >= floor && score > (byOwner.get(owner) ?? 0)) byOwner.set(owner, score);
    }
    return Array.from(byOwner, ([owner, score]) => ({ owner, score }))
      .sort((a, b) => b.score - a.score || a.owner - b.owner)
      .slice(0, most);
  }
}
