import type { KnownExclusion } from '../exclusions/domain/exclusion';
import type { MatchDecision } from '../screening/domain/match-decision';
import { similarityOf } from '../screening/domain/compare-names';
import { PARTY_PARTS } from '../screening/domain/compare-parties';
import { nameFormOf, type NameForm } from '../screening/domain/name-form';
import type { Thresholds } from '../screening/domain/thresholds';
import type { Clues } from './domain/clues';
import type { KnownVendor } from './domain/facts';

/** Records and exclusions that a name may lead to, by their ids; what they are now has to be looked at. */
export interface NameLeads {
  readonly vendors: readonly string[];
  readonly articles: readonly string[];
}

/** What likenesses are looked for in: names that lead to what is known at one position. */
export interface Surroundings {
  /** Whoever may have a name like one that is asked for. */
  anybodyLike(name: string): readonly string[];

  /** Whoever is excluded, or may be, and covered articles, by a name that is asked for. */
  excludedLike(name: string): NameLeads;

  /** The same by any name of a vendor. */
  excludedLikeVendor(vendor: KnownVendor): NameLeads;

  /** The vendor that a record is known as. */
  known(id: string): KnownVendor | undefined;

  /** Whether an exclusion names a vendor, or anybody whom affiliations connect it with. */
  isExcluded(vendor: KnownVendor): boolean;

  exclusion(id: string): KnownExclusion | undefined;
}

/** Who and what may be meant besides, or be the same. */
export interface Likenesses {
  readonly vendors: readonly KnownVendor[];
  readonly exclusions: readonly KnownExclusion[];
}

/** What the same country adds to the score of two parties: names that are less alike by more do not count. */
const ROOM = PARTY_PARTS.sameCountry;

/** How alike names have to be at least so that what counts is found, by the thresholds. */
export const floorsOf = ({ deny, candidate }: Thresholds): Thresholds => ({
  deny: deny - ROOM,
  candidate: candidate - ROOM,
});

/**
 * Vendors besides those that a question leads to whose names are like the one that it gives, excluded ones whose names are
 * like a name of those, and exclusions of articles of makers like either where it is not told what is bought.
 *
 * It hangs on nothing but what is known: whatever leads there, what is looked at is the names.
 *
 * @param decisions on any of the sellers or on the name; the others of these pairs are there too
 */
export function likenessesOf(
  clues: Clues,
  { sellers, decisions }: { sellers: readonly KnownVendor[]; decisions: readonly MatchDecision[] },
  around: Surroundings,
): Likenesses {
  const likening = new Likening(sellers, floorsOf(clues.thresholds), around);
  likening.lookAt(decisions.flatMap(vendorsIn), () => true);
  if (clues.name !== null) likening.askFor(clues.name);
  for (const seller of sellers) likening.askBy(seller);
  if (clues.items) return { vendors: [...likening.vendors], exclusions: [] };
  return {
    vendors: [...likening.vendors],
    exclusions: likening.covered(clues.name, decisions),
  };
}

/** Looks for what is like a name that is asked for, or like the sellers. */
class Likening {
  readonly vendors = new Set<KnownVendor>();
  private readonly articles = new Set<string>();
  private readonly led: ReadonlySet<KnownVendor>;

  constructor(
    private readonly sellers: readonly KnownVendor[],
    private readonly floors: Thresholds,
    private readonly around: Surroundings,
  ) {
    this.led = new Set(sellers);
  }

  /** Takes those of some records who count and are not led to anyway. */
  lookAt(ids: readonly string[], counts: (vendor: KnownVendor) => boolean): void {
    for (const id of ids) {
      const vendor = this.around.known(id);
      if (!vendor || this.led.has(vendor) || this.vendors.has(vendor)) continue;
      if (counts(vendor)) this.vendors.add(vendor);
    }
  }

  /** By the name that is given; where it is a seller's own, only whoever is excluded. */
  askFor(name: string): void {
    const form = nameFormOf(name);
    const leads = this.around.excludedLike(name);
    this.takeExcluded(leads, [form]);
    if (this.sellers.some((seller) => formsOf(seller).some(({ key }) => key === form.key))) return;
    const anybody = this.around.anybodyLike(name);
    this.lookAt(anybody, (vendor) => areAlike([form], formsOf(vendor), this.floors.candidate));
  }

  /** By the names of a seller. */
  askBy(seller: KnownVendor): void {
    const leads = this.around.excludedLikeVendor(seller);
    if (leads.vendors.length + leads.articles.length > 0) this.takeExcluded(leads, formsOf(seller));
  }

  /** Exclusions of articles whose makers' names are like one that was asked by, or of which a person found something. */
  covered(name: string | null, decisions: readonly MatchDecision[]): KnownExclusion[] {
    const found = decisions.flatMap(({ objectExclusion }) => objectExclusion ?? []);
    const known = found.flatMap((id) => this.around.exclusion(id) ?? []);
    return [...new Set([...known, ...this.coveredLike(name)])];
  }

  private coveredLike(name: string | null): KnownExclusion[] {
    if (this.articles.size === 0) return [];
    const asked = name === null ? [] : [nameFormOf(name)];
    const forms = [...asked, ...this.sellers.flatMap(formsOf)];
    return [...this.articles]
      .flatMap((id) => this.around.exclusion(id) ?? [])
      .filter((exclusion) => areAlike(forms, makersOf(exclusion), this.floors.deny));
  }

  private takeExcluded({ vendors, articles }: NameLeads, forms: readonly NameForm[]): void {
    this.lookAt(
      vendors,
      (vendor) =>
        areAlike(forms, formsOf(vendor), this.floors.deny) && this.around.isExcluded(vendor),
    );
    for (const id of articles) this.articles.add(id);
  }
}

const areAlike = (some: readonly NameForm[], others: readonly NameForm[], floor: number): boolean =>
  some.some((one) => others.some((other) => similarityOf(one, other) >= floor));

const formsOf = ({ names }: Pick<KnownVendor, 'names'>): NameForm[] =>
  names.map(({ name }) => nameFormOf(name));

const makersOf = ({ timeline }: KnownExclusion): NameForm[] =>
  timeline
    .flatMap(({ scope }) => scope.articles)
    .flatMap(({ manufacturer, aliases }) => [manufacturer, ...aliases])
    .map(nameFormOf);

/** Ids of the vendors of a pair. */
export const vendorsIn = ({ subjectVendor, objectVendor }: MatchDecision): string[] =>
  [subjectVendor, objectVendor].filter((id) => id !== null);
