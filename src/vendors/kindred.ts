import type { EntityManager } from 'typeorm';
import { Affiliations } from './affiliations';
import type { Affiliation } from './domain/affiliation';
import { VendorMerges } from './vendor-merges';

/** Vendors with everybody whom affiliations and merges connect them with, however far and whenever. */
export interface Kindred {
  readonly affiliations: readonly Affiliation[];
  /** Whom each of those that are merged is known as. */
  readonly survivors: ReadonlyMap<string, string>;
  /** Ids of all of them. */
  readonly ids: readonly string[];
}

/** @param size number of entries that were known; left out: all */
export async function kindredOf(
  tx: EntityManager,
  vendors: readonly string[],
  size?: number,
): Promise<Kindred> {
  const affiliations = await new Affiliations(tx).around(vendors, size);
  const connected = affiliations.flatMap(({ vendor, other }) => [vendor, other]);
  const survivors = await new VendorMerges(tx).groups([...vendors, ...connected], size);
  const ids = [...new Set([...vendors, ...connected, ...survivors.keys()])];
  return { affiliations, survivors, ids };
}
