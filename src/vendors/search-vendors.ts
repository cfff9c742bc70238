import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart, type Page, type PageQuery } from '../http/page';
import { isWellFormedText } from '../http/validators';
import { InvalidRequest } from '../problems/registry-error';
import type { Vendor } from './domain/vendor';
import { ListingFilter, type ListingCriteria, type SqlCondition } from './listing-filter';
import { OWN_PARAMETERS, VendorSearch, type VendorPlace } from './vendor-search';
import { Vendors } from './vendors';

export interface VendorQuestion extends PageQuery, ListingCriteria {
  /** Words that stand in one of its names. */
  readonly q?: string;
}

/** Vendors by the words of their names and by the lists that they are on, as known now. */
@Injectable()
export class SearchVendors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(ListingFilter) private readonly listingFilter?: ListingFilter,
  ) {}

  /** @throws {MalformedCursor} when the cursor is another question's */
  execute(question: VendorQuestion): Promise<Page<Vendor> & { readonly position: number }> {
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

  private filterOf({ list, status }: VendorQuestion): SqlCondition | undefined {
    if (list === undefined && status === undefined) return undefined;
    if (this.listingFilter) return this.listingFilter.condition({ list, status }, OWN_PARAMETERS);
    const pointer = list === undefined ? '/status' : '/list';
    throw new InvalidRequest([{ pointer, message: 'asks about lists, which are not kept here' }]);
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

/** The vendors at these places, in their order. */
async function inOrder(
  tx: EntityManager,
  places: readonly VendorPlace[],
  size: number,
): Promise<Vendor[]> {
  const found = await new Vendors(tx).findAll(
    places.map(({ id }) => id),
    size,
  );
  const byId = new Map(found.map((vendor) => [vendor.id, vendor]));
  return places.flatMap(({ id }) => byId.get(id) ?? []);
}
