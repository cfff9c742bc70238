import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { VendorMerges } from '../vendors/vendor-merges';
import { ApprovedLists } from './approved-lists';
import { listingAt, type Timeline } from './domain/timeline';
import { Listings } from './listings';
import { ListingAnswer, type ListingPage, type ListingsQuery } from './listings.dto';

/** Who stands on a list, at any instant, as known now or then. */
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
}

/** The listings of a vendor, on whichever of its records, as they stand at an instant and were known at a size. */
export async function listingsOfVendor(
  tx: EntityManager,
  vendor: string,
  { at, position }: { readonly at: Date; readonly position: number },
): Promise<ListingAnswer[]> {
  const records = await new VendorMerges(tx).allRecords([vendor], position);
  const timelines = await new Listings(tx).ofAll(records, null, position);
  return answersOf(timelines, at);
}

const answersOf = (timelines: readonly Timeline[], at: Date): ListingAnswer[] =>
  timelines
    .map((timeline) => listingAt(timeline, at))
    .filter((listing) => listing !== undefined)
    .map((listing) => ListingAnswer.of(listing))
    .sort((a, b) => a.list.localeCompare(b.list) || (a.id < b.id ? -1 : 1));
