import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { VendorNotFound } from '../vendors/domain/errors';
import { VendorMerges } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import { ApprovedLists } from './approved-lists';
import { listingAt, type Timeline } from './domain/timeline';
import { Listings } from './listings';
import {
  ListingAnswer,
  type ListingPage,
  type ListingsQuery,
  type StandingAnswer,
  type StandingQuery,
} from './listings.dto';

/** How vendors stand on lists, at any instant, as known now or then. */
@Injectable()
export class ReadListings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {ListNotFound} when no list of that code was known */
  onList(list: string, query: ListingsQuery): Promise<ListingPage> {
    const scope = pageScope(`lists/${list}/listings`, query);
    const start = pageStart(scope, query, validate);
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      await new ApprovedLists(tx).read(list, position);
      const rows = new Listings(tx);
      const wanted = { at, status: query.status ?? null };
      const page = { start, limit: query.limit + 1 };
      const ids = await rows.idsOnList(list, wanted, position, page);
      const { items, next } = pageOf(ids, query, scope, (id) => id);
      const timelines = await rows.byIds(items, position);
      return { items: answersOf(timelines, at), next, at, position };
    });
  }

  /** @throws {VendorNotFound} when no such vendor was known */
  ofVendor(vendor: string, query: StandingQuery): Promise<StandingAnswer> {
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      if (!(await new Vendors(tx).find(vendor, position))) throw new VendorNotFound(vendor);
      // What stands on any of its records is the vendor's.
      const records = await new VendorMerges(tx).records([vendor], position);
      const timelines = await new Listings(tx).ofAll([...records.values()].flat(), null, position);
      return { vendor, at, position, listings: answersOf(timelines, at) };
    });
  }
}

const answersOf = (timelines: readonly Timeline[], at: Date): ListingAnswer[] =>
  timelines
    .map((timeline) => listingAt(timeline, at))
    .filter((listing) => listing !== undefined)
    .map((listing) => ListingAnswer.of(listing))
    .sort((a, b) => a.list.localeCompare(b.list) || (a.id < b.id ? -1 : 1));
