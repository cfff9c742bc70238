import type { EntityManager } from 'typeorm';
import { latestEntryOf } from '../../exclusions/domain/exclusion-timeline';
import { Exclusions } from '../../exclusions/exclusions';
import type { Vendor } from '../../vendors/domain/vendor';
import { VendorMerges } from '../../vendors/vendor-merges';
import { Vendors } from '../../vendors/vendors';
import type { MatchPair } from '../domain/match-decision';
import { vendorsOf } from './domain/pair';
import type { PairRecords } from './domain/standing';

/** The records that some pairs are of, as known at one size. */
export interface KnownRecords {
  /** By their ids. */
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** Whom each vendor that is merged is known as. */
  readonly survivors: ReadonlyMap<string, string>;
  /** The latest entries of exclusions, by their ids. */
  readonly exclusions: ReadonlyMap<string, number>;
}

/** Reads the records of some pairs as known at a size of the history. */
export async function recordsOf(
  tx: EntityManager,
  pairs: readonly MatchPair[],
  size: number,
): Promise<KnownRecords> {
  const ids = [...new Set(pairs.flatMap(vendorsOf))];
  const meant = [...new Set(pairs.flatMap(({ objectExclusion }) => objectExclusion ?? []))];
  const vendors = await new Vendors(tx).findAll(ids, size);
  const exclusions = await new Exclusions(tx).byIds(meant, size);
  return {
    vendors: new Map(vendors.map((vendor) => [vendor.id, vendor])),
    survivors: await new VendorMerges(tx).groups(ids, size),
    exclusions: new Map(exclusions.map(({ id, timeline }) => [id, latestEntryOf(timeline)])),
  };
}

/** The records of one pair, among those of others. What was not known has the revision -1. */
export function recordsIn(known: KnownRecords, pair: MatchPair): PairRecords {
  const { subjectVendor, objectVendor, objectExclusion } = pair;
  const revisionOf = (id: string): number => known.vendors.get(id)?.revision ?? -1;
  const knownAs = (id: string): string => known.survivors.get(id) ?? id;
  const [one, other] = [subjectVendor, objectVendor];
  return {
    subjectRevision: one === null ? null : revisionOf(one),
    objectRevision:
      other === null ? (known.exclusions.get(objectExclusion ?? '') ?? -1) : revisionOf(other),
    areOne: one !== null && other !== null && knownAs(one) === knownAs(other),
  };
}
