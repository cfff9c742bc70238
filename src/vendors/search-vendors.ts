import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart, type Page, type PageQuery } from '../http/page';
import { isWellFormedText } from '../http/validators';
import { InvalidRequest } from '../problems/registry-error';
import type { VendorRecord } from './domain/merge';
import { ExclusionFilter } from './exclusion-filter';
import { ListingFilter, type ListingCriteria, type SqlCondition } from './listing-filter';
import { VendorMerges } from './vendor-merges';
import { OWN_PARAMETERS, VendorSearch, type VendorPlace } from './vendor-search';
import { Vendors } from './vendors';

export interface VendorQuestion extends PageQuery, ListingCriteria {
  /** Words that stand in one of its names. */
  readonly q?: string;
  /** Whether an exclusion in effect now names it. */
  readonly excluded?: boolean;
}

/** Vendors by the words of their names, the lists that they are on and whether they are excluded, as known now. */
@Injectable()
export class SearchVendors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(ListingFilter) private readonly listingFilter?: ListingFilter,
    @Optional() @Inject(ExclusionFilter) private readonly exclusionFilter?: ExclusionFilter,
  ) {}

  /** @throws {MalformedCursor} when the cursor is another question's */
  execute(question: VendorQuestion): Promise<Page<VendorRecord> & { readonly position: number }> {
    const scope = pageScope('vendors', question);
    const cursor = pageStart(scope, question, isPlace);
    const start = cursor === null ? null : placeOf(cursor);
    const filter = this.filterOf(question);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      const { size } = await history.head();
      const at = await history.present(this.clock.now());
      const terms = { q: question.q, size, at, filter };
      const places = await new VendorSearch(tx).page(terms, start, question.limit + 1);
      const { items, next } = pageOf(places, question, scope, keyOf);
      return { items: await inOrder(tx, items, size), next, position: size };
    });
  }

  private filterOf(question: VendorQuestion): SqlCondition | undefined {
    const conditions = [this.onLists(question), this.ofExclusions(question)];
    const given = conditions.filter((condition) => condition !== undefined);
    if (given.length === 0) return undefined;
    return {
      sql: given.map(({ sql }) => `(${sql})`).join(' AND '),
      parameters: given.flatMap(({ parameters }) => parameters),
    };
  }

  private onLists({ list, status }: VendorQuestion): SqlCondition | undefined {
    if (list === undefined && status === undefined) return undefined;
    if (this.listingFilter) return this.listingFilter.condition({ list, status }, OWN_PARAMETERS);
    const pointer = list === undefined ? '/status' : '/list';
    throw new InvalidRequest([{ pointer, message: 'asks about lists, which are not kept here' }]);
  }

  private ofExclusions({ excluded }: VendorQuestion): SqlCondition | undefined {
    if (excluded === undefined) return undefined;
    if (this.exclusionFilter) return this.exclusionFilter.condition(excluded);
    const message = 'asks about exclusions, which are not kept here';
    throw new InvalidRequest([{ pointer: '/excluded', message }]);
  }
}

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

/** The vendors at these places, in their order, each with whom it was merged with. */
async function inOrder(
  tx: EntityManager,
  places: readonly VendorPlace[],
  size: number,
): Promise<VendorRecord[]> {
  const found = await new Vendors(tx).findAll(
    places.map(({ id }) => id),
    size,
  );
  const told = await new VendorMerges(tx).tellAll(found, size);
  const byId = new Map(told.map((vendor) => [vendor.id, vendor]));
  return places.flatMap(({ id }) => byId.get(id) ?? []);
}
