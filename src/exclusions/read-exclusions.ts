import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { VendorNotFound } from '../vendors/domain/errors';
import { VendorMerges } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import { agencyCode } from './domain/agency';
import {
  ExclusionAnswer,
  WholeExclusionAnswer,
  type ExclusionPage,
  type VendorExclusionsAnswer,
} from './exclusion-answer.dto';
import { progressWith, type When } from './exclusion-progress';
import { ExclusionSearch } from './exclusion-search';
import { Exclusions } from './exclusions';
import type { ExclusionAtQuery, ExclusionsQuery } from './exclusions.dto';
import { Waivers } from './waivers';

/** Exclusions, at any instant, as known now or then. */
@Injectable()
export class ReadExclusions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {ExclusionNotFound} when no such exclusion was known */
  one(id: string, query: ExclusionAtQuery): Promise<WholeExclusionAnswer> {
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      const timeline = await new Exclusions(tx).timeline(id, position);
      const waivers = await new Waivers(tx).of([id], position);
      const milestones = await progressWith(tx, { id, timeline }, { position, at });
      return WholeExclusionAnswer.whole({ id, timeline, waivers }, milestones, { at, position });
    });
  }

  /** Newest first. */
  page(query: ExclusionsQuery): Promise<ExclusionPage> {
    const scope = pageScope('exclusions', query);
    const start = pageStart(scope, query, validate);
    const { active, agency, binds, type: kind, vendor } = query;
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      const vendors = vendor === undefined ? undefined : await oneWith(tx, vendor, position);
      const criteria = { active, binds, kind, vendors, agency: agency && agencyCode(agency) };
      const search = new ExclusionSearch(tx, { at, size: position });
      const ids = await search.ids(criteria, start, query.limit + 1);
      const { items, next } = pageOf(ids, query, scope, (id) => id);
      return { items: await answersOf(tx, items, { at, position }), next, at, position };
    });
  }

  /**
   * Those in effect that name the vendor, or one that turned out to be the same.
   *
   * @throws {VendorNotFound} when no such vendor was known
   */
  ofVendor(vendor: string, query: ExclusionAtQuery): Promise<VendorExclusionsAnswer> {
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      if (!(await new Vendors(tx).find(vendor, position))) throw new VendorNotFound(vendor);
      const exclusions = await exclusionsOn(tx, vendor, { at, position });
      return { vendor, at, position, exclusions };
    });
  }
}

/** The exclusions in effect at an instant that name a vendor, on whichever of its records, newest first. */
export async function exclusionsOn(
  tx: EntityManager,
  vendor: string,
  { at, position }: When,
): Promise<ExclusionAnswer[]> {
  const vendors = await oneWith(tx, vendor, position);
  const known = await new Exclusions(tx).known({ vendors, articles: false }, position);
  return known
    .map((exclusion) => ExclusionAnswer.of(exclusion, at))
    .filter(({ state }) => state === 'in-effect')
    .reverse();
}

/** The vendor, and all that turned out to be one with it. */
const oneWith = (tx: EntityManager, vendor: string, size: number): Promise<string[]> =>
  new VendorMerges(tx).allRecords([vendor.toLowerCase()], size);

/** How the exclusions of these ids stand, in that order. */
async function answersOf(
  tx: EntityManager,
  ids: readonly string[],
  { at, position }: { readonly at: Date; readonly position: number },
): Promise<ExclusionAnswer[]> {
  const known = await new Exclusions(tx).byIds(ids, position);
  return known.map((exclusion) => ExclusionAnswer.of(exclusion, at));
}
