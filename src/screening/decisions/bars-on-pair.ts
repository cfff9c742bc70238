import type { EntityManager } from 'typeorm';
import { onwards } from '../../clock/domain/period';
import { within } from '../../clock/domain/segments';
import { everReached } from '../../exclusions/domain/ever-reached';
import type { ExclusionTimeline } from '../../exclusions/domain/exclusion';
import { Exclusions } from '../../exclusions/exclusions';
import type { Affiliation } from '../../vendors/domain/affiliation';
import { kindredOf } from '../../vendors/kindred';
import type { MatchPair } from '../domain/match-decision';
import { vendorsOf } from './domain/pair';

/** The present, and the number of entries that are known; left out: all. */
interface When {
  readonly now: Date;
  readonly size?: number;
}

/**
 * Ids of the exclusions that bar either of a pair from now on, or will: those that name a vendor of it, reach one, or
 * are one of it, and have not ended.
 *
 * @throws {ExclusionNotFound} when the exclusion of the pair was not known
 */
export async function barsOnPair(
  tx: EntityManager,
  pair: MatchPair,
  { now, size }: When,
): Promise<string[]> {
  const exclusions = new Exclusions(tx);
  const vendors = vendorsOf(pair);
  const { affiliations, survivors, ids } = await kindredOf(tx, vendors, size);
  const knownAs = (id: string): string => survivors.get(id) ?? id;
  const known = await exclusions.known({ vendors: ids, articles: false }, size);
  const meant = new Set(vendors.map(knownAs));
  const bonds = affiliations.map((one) => ({
    ...{ ...one, vendor: knownAs(one.vendor), other: knownAs(one.other) },
  }));
  const barring = known.filter(({ timeline }) =>
    [...barredBy(ahead(timeline, now), bonds, knownAs)].some((id) => meant.has(id)),
  );
  const own = pair.objectExclusion;
  const covers = own !== null && ahead(await exclusions.timeline(own, size), now).length > 0;
  return [...new Set([...barring.map(({ id }) => id), ...(covers ? [own] : [])])];
}

/** What of an exclusion holds from now on. */
const ahead = (timeline: ExclusionTimeline, now: Date): ExclusionTimeline =>
  within(timeline, onwards(now));

/** Ids of the vendor that an exclusion names and of all that it reaches, as they are known. */
function barredBy(
  timeline: ExclusionTimeline,
  affiliations: readonly Affiliation[],
  knownAs: (id: string) => string,
): Set<string> {
  const folded = timeline.map((segment) => ({
    ...segment,
    vendor: segment.vendor === null ? null : knownAs(segment.vendor),
  }));
  const named = folded.flatMap(({ vendor }) => vendor ?? []);
  return new Set([...named, ...everReached(folded, affiliations)]);
}
