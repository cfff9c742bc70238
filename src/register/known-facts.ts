import type { KnownExclusion } from '../exclusions/domain/exclusion';
import { InvalidRequest } from '../problems/registry-error';
import { nameFormOf } from '../screening/domain/name-form';
import type { Affiliation } from '../vendors/domain/affiliation';
import type { Clues } from './domain/clues';
import type { Facts, KnownList, KnownVendor } from './domain/facts';
import { gathered } from '../database/gathered';
import { Kinships } from './kinships';
import { decisionsOn, foundSame, recordsOf, type KnownDecisions } from './known-decisions';
import { likenessesOf, type Surroundings } from './likenesses';
import type { ReadLeads } from './read-leads';

/** All that was read for some questions. */
export interface ReadFacts {
  readonly vendors: readonly KnownVendor[];
  readonly lists: readonly KnownList[];
  readonly exclusions: readonly KnownExclusion[];
  readonly affiliations: readonly Affiliation[];
  readonly decisions: KnownDecisions;
  /** What the names that were asked for, or that sellers go by, lead to. */
  readonly leads: ReadLeads;
}

/** What was read, by what questions ask for. */
export class KnownFacts {
  private readonly byClue: ReadonlyMap<string, readonly KnownVendor[]>;
  private readonly byCode: ReadonlyMap<string, KnownList>;
  private readonly decisions: KnownDecisions;
  private readonly kinships: Kinships;
  private readonly surroundings: Surroundings;

  constructor({ vendors, lists, exclusions, affiliations, decisions, leads }: ReadFacts) {
    this.byClue = gathered(
      vendors.flatMap((vendor) => [...cluesOf(vendor)].map((clue) => [clue, vendor] as const)),
    );
    this.byCode = new Map(lists.map((list) => [list.code, list]));
    this.decisions = decisions;
    this.kinships = new Kinships(vendors, exclusions, affiliations);
    const byId = new Map(exclusions.map((exclusion) => [exclusion.id, exclusion]));
    this.surroundings = {
      anybodyLike: (name) => leads.anybodyLike(name),
      excludedLike: (name) => leads.excludedLike(name),
      excludedLikeVendor: ({ names }) => leads.excludedLikeAny(names.map(({ name }) => name)),
      known: (id) => this.ledToBy([clueOf('id', id)])[0],
      isExcluded: (vendor) => this.kinships.isExcluded(vendor),
      exclusion: (id) => byId.get(id),
    };
  }

  /** @throws {InvalidRequest} where there is no such list: that is a mistake, and must not be told as a verdict */
  requireList(code: string | null): void {
    if (code === null || this.byCode.has(code)) return;
    throw new InvalidRequest([{ pointer: '/purchase/list', message: 'is not the code of a list' }]);
  }

  /** The facts that one question rests on. */
  of(clues: Clues): Facts {
    const vendors = this.sellersOf(clues);
    const makers = this.ledToBy(clues.makers.map((maker) => clueOf('name', maker)));
    const decisions = decisionsOn(clues, vendors, this.decisions);
    const like = likenessesOf(clues, { sellers: vendors, decisions }, this.surroundings);
    const alike = [...like.vendors];
    const about = [...vendors, ...alike, ...makers];
    return {
      ...{ vendors, alike, decisions, lists: this.listsFor(clues, vendors) },
      ...this.kinships.around(about, clues.items, like.exclusions),
    };
  }

  private sellersOf({ identifiers, name }: Clues): KnownVendor[] {
    const same = name === null ? [] : foundSame(name, this.decisions);
    return this.ledToBy([
      ...identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
      ...(name === null ? [] : [clueOf('name', nameFormOf(name).key)]),
      ...same.map((id) => clueOf('id', id)),
    ]);
  }

  private listsFor({ list }: Clues, vendors: readonly KnownVendor[]): KnownList[] {
    const codes = new Set([list, ...vendors.flatMap(listsOf)]);
    return [...codes].flatMap((code) => this.byCode.get(code ?? '') ?? []);
  }

  private ledToBy(clues: readonly string[]): KnownVendor[] {
    return [...new Set(clues.flatMap((clue) => this.byClue.get(clue) ?? []))];
  }
}

/** Codes of the lists that a vendor's listings stand on. */
export const listsOf = ({ listings }: KnownVendor): string[] =>
  listings.flatMap(([first]) => first?.list ?? []);

const clueOf = (scheme: string, value: string): string => `${scheme} ${value}`;

const cluesOf = (vendor: KnownVendor): Set<string> =>
  new Set([
    ...recordsOf(vendor).map((own) => clueOf('id', own)),
    ...vendor.identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
    ...vendor.names.map(({ name }) => clueOf('name', nameFormOf(name).key)),
  ]);
