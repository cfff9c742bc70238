import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart, type Page, type PageQuery } from '../http/page';
import { isWellFormedText } from '../http/validators';
import { nameFormOf, type NameForm } from '../screening/domain/name-form';
import { FLOOR } from '../screening/domain/thresholds';
import { Screener } from '../screening/screener';
import type { VendorRecord } from './domain/merge';
import { inOrderOfLikeness, NameSearch, type NamedPlace, type NamedVendor } from './name-search';
import { VendorFilters, type VendorCriteria } from './vendor-filters';
import { VendorMerges } from './vendor-merges';
import { VendorSearch, type SearchTerms, type VendorPlace } from './vendor-search';
import { Vendors } from './vendors';

/** Most vendors that one search by name finds; and so many are looked at where other things narrow it. */
const MOST_FOUND = 100;
const MOST_NARROWED = 500;

/** Where nothing that may be typed is so much alike, it is looked further. */
const NEAR = 0.9;
const MOST_FAR = 20;

export interface VendorQuestion extends PageQuery, VendorCriteria {
  /** A name, or the beginning of one. */
  readonly q?: string;
}

/** A vendor that was searched for; by name, how much it resembles what was typed, and by which of its names. */
export type SearchedVendor = VendorRecord & Partial<Pick<NamedVendor, 'score' | 'resembles'>>;

/** A page of what was found, as known at a position. */
export type VendorsFound = Page<SearchedVendor> & { readonly position: number };

/** Vendors by what their names resemble, the lists that they are on and whether they are excluded, as known now. */
@Injectable()
export class SearchVendors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly filters: VendorFilters,
    private readonly screener: Screener,
  ) {}

  /**
   * In order of the legal name, each record by itself. Where a name is given, the most alike first, those that are one
   * with another as that other: at most 100, or those of the 500 most alike that the other terms leave.
   *
   * @throws {MalformedCursor} when the cursor is another question's
   * @throws {InvalidRequest} where it is asked for what nobody keeps
   * @throws {RegisterNotLoaded} when names can't be looked for yet
   */
  async execute(question: VendorQuestion): Promise<VendorsFound> {
    return question.q === undefined ? this.inOrder(question) : this.byName(question.q, question);
  }

  private inOrder(question: VendorQuestion): Promise<VendorsFound> {
    const scope = pageScope('vendors', question);
    const start = pageStart(scope, question, isPlace);
    return this.asKnown(question, async (tx, terms) => {
      const after = start === null ? null : placeOf(start);
      const places = await new VendorSearch(tx).page(terms, after, question.limit + 1);
      const { items, next } = pageOf(places, question, scope, keyOf);
      return { items: await told(tx, items, terms), next, position: terms.size };
    });
  }

  private async byName(q: string, question: VendorQuestion): Promise<VendorsFound> {
    const scope = pageScope('vendors', question);
    const start = pageStart(scope, question, isNamedPlace);
    const typed = nameFormOf(q);
    await this.screener.fresh();
    // A text without a word in it finds nobody, not everybody.
    const leads = typed.key === '' ? [] : this.leadsTo(q, typed, mostOf(question));
    return this.asKnown(question, async (tx, terms) => {
      const found = await new NameSearch(tx).among(leads, typed, terms);
      const after = start === null ? null : namedPlaceOf(start);
      const rest = found.filter((place) => after === null || inOrderOfLikeness(after, place) < 0);
      const { items, next } = pageOf(rest, question, scope, namedKeyOf);
      return { items: await told(tx, items, terms), next, position: terms.size };
    });
  }

  /** Ids of those whose names may be typed here; where none comes near, also of those that are misspelt badly. */
  private leadsTo(q: string, typed: NameForm, most: number): string[] {
    const begun = this.screener.completing(q, most);
    const isNear = (begun[0]?.score ?? 0) >= NEAR;
    const far = isNear ? [] : this.screener.alike(typed, { most: MOST_FAR, floor: FLOOR });
    return [...new Set([...begun, ...far].map(({ id }) => id))];
  }

  private asKnown(
    criteria: VendorCriteria,
    search: (tx: EntityManager, terms: SearchTerms) => Promise<VendorsFound>,
  ): Promise<VendorsFound> {
    const filter = (first: number) => this.filters.of(criteria, first);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      const { size } = await history.head();
      return search(tx, { size, at: await history.present(this.clock.now()), filter });
    });
  }
}

const mostOf = ({ list, status, excluded }: VendorCriteria): number =>
  (list ?? status ?? excluded) === undefined ? MOST_FOUND : MOST_NARROWED;

const ID_LENGTH = 36;

const keyOf = ({ id, key }: VendorPlace): string => `${id}${key}`;

const placeOf = (key: string): VendorPlace => ({
  id: key.slice(0, ID_LENGTH),
  key: key.slice(ID_LENGTH),
});

function isPlace(key: string): boolean {
  const place = placeOf(key);
  return validate(place.id) && isWellFormedText(place.key);
}

const namedKeyOf = ({ id, score, key }: NamedPlace): string => `${id}${score} ${key}`;

function namedPlaceOf(cursor: string): NamedPlace {
  const { id, key } = placeOf(cursor);
  const [score = ''] = key.split(' ', 1);
  return { id, score: Number(score), key: key.slice(score.length + 1) };
}

function isNamedPlace(cursor: string): boolean {
  const { id, score, key } = namedPlaceOf(cursor);
  return validate(id) && score > 0 && score <= 1 && isWellFormedText(key);
}

/** The vendors at these places, in their order, each with whom it was merged with. */
async function told(
  tx: EntityManager,
  places: readonly (VendorPlace & Partial<NamedVendor>)[],
  { size }: SearchTerms,
): Promise<SearchedVendor[]> {
  const found = await new Vendors(tx).findAll(
    places.map(({ id }) => id),
    size,
  );
  const merged = await new VendorMerges(tx).tellAll(found, size);
  const byId = new Map(merged.map((vendor) => [vendor.id, vendor]));
  return places.flatMap(({ id, score, resembles }) => {
    const vendor = byId.get(id);
    if (!vendor) return [];
    return score === undefined || resembles === undefined
      ? vendor
      : { ...vendor, score, resembles };
  });
}
