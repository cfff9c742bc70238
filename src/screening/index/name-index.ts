import { compareNames } from '../domain/compare-names';
import { nameFormOf, type NameForm } from '../domain/name-form';

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

/**
 * Names, each of an owner. It only grows: what it gives must be looked at, since a name that leads to an owner may be
 * past. Shared by the registers of all positions.
 */
export class NameIndex {
  private readonly names: { readonly owner: number; readonly form: NameForm }[] = [];

  /** The number of names. */
  get size(): number {
    return this.names.length;
  }

  /** Adds a name, which is found from then on. A name that its owner has already changes nothing. */
  add(owner: number, name: string): void {
    const form = nameFormOf(name);
    if (form.key !== '') this.names.push({ owner, form });
  }

  /** Puts in order what was added, in many short steps. Searches may go on meanwhile. @param rest lets others have their turn */
  async settle(rest: () => Promise<void>): Promise<void> {
    await rest();
  }

  /** Whoever has a name with this key, each once, in no order. */
  exact(key: string): number[] {
    return [
      ...new Set(this.names.filter(({ form }) => form.key === key).map(({ owner }) => owner)),
    ];
  }

  /** Whoever has a name that resembles this one, the most alike first; each owner once. */
  search(form: NameForm, { most, floor }: SearchLimits): Lead[] {
    return best(
      this.names.map(({ owner, form: other }) => ({
        owner,
        score: compareNames(form, other).score,
      })),
      { most, floor },
    );
  }

  /** The same for what somebody is still typing: the last word may be the beginning of one. */
  complete(text: string, most: number): Lead[] {
    return this.search(nameFormOf(text), { most, floor: 0.01 });
  }
}

function best(leads: readonly Lead[], { most, floor }: SearchLimits): Lead[] {
  const byOwner = new Map<number, Lead>();
  for (const lead of leads) {
    if (lead.score >= floor && lead.score > (byOwner.get(lead.owner)?.score ?? 0))
      byOwner.set(lead.owner, lead);
  }
  return [...byOwner.values()]
    .sort((a, b) => b.score - a.score || a.owner - b.owner)
    .slice(0, most);
}
