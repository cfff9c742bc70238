import type { EntityManager } from 'typeorm';
import { segmentAt } from '../clock/domain/segments';
import { reachOf } from '../exclusions/domain/reach';
import { Exclusions } from '../exclusions/exclusions';
import { foldAffiliations, foldExclusions } from '../register/merged-vendors';
import { kindredOf } from '../vendors/kindred';

/** What is known, and the instant that is asked about. */
export interface When {
  readonly at: Date;
  /** Number of entries that are known. */
  readonly size: number;
}

/**
 * Ids of the exclusions in effect that name each of some vendors, or reach it through others, in their order; of those
 * whom none does, nothing. Whatever they cover, and whomever they bind.
 */
export async function excludedAmong(
  tx: EntityManager,
  vendors: readonly string[],
  { at, size }: When,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const kindred = await kindredOf(tx, vendors, size);
  const known = await new Exclusions(tx).known({ vendors: kindred.ids, articles: false }, size);
  const affiliations = foldAffiliations(kindred.affiliations, kindred.survivors);
  const asked = new Set(vendors);
  const found = new Map<string, string[]>();
  for (const { id, timeline } of foldExclusions(known, kindred.survivors)) {
    const segment = segmentAt(timeline, at);
    if (!segment?.vendor) continue;
    const reached = reachOf(segment.vendor, segment.affiliates, affiliations, at);
    for (const vendor of [segment.vendor, ...reached.keys()]) {
      if (asked.has(vendor)) found.set(vendor, [...(found.get(vendor) ?? []), id]);
    }
  }
  return found;
}
