import type { KnownExclusion } from '../exclusions/domain/exclusion';
import type { Affiliation } from '../vendors/domain/affiliation';
import type { KnownVendor } from './domain/facts';

/** Whom each vendor that was merged into another is known as. Who is missing is known as itself. */
export type Survivors = ReadonlyMap<string, string>;

/** Puts vendors that turned out to be one together: what is known of any of them is known of the survivor. */
export function foldVendors(vendors: readonly KnownVendor[], survivors: Survivors): KnownVendor[] {
  const known = new Map(vendors.map((vendor) => [vendor.id, vendor]));
  const merged = new Map<string, KnownVendor[]>();
  for (const vendor of vendors) {
    const survivor = survivors.get(vendor.id) ?? vendor.id;
    if (survivor !== vendor.id && known.has(survivor)) {
      merged.set(survivor, [...(merged.get(survivor) ?? []), vendor]);
      known.delete(vendor.id);
    }
  }
  return [...known.values()].map((vendor) => withMerged(vendor, merged.get(vendor.id) ?? []));
}

function withMerged(vendor: KnownVendor, others: readonly KnownVendor[]): KnownVendor {
  if (others.length === 0) return vendor;
  return {
    ...vendor,
    formerIds: others.map(({ id }) => id),
    formerRevisions: others.map(({ revision }) => revision),
    identifiers: [...vendor.identifiers, ...others.flatMap(({ identifiers }) => identifiers)],
    names: [...vendor.names, ...others.flatMap(({ names }) => names)],
    listings: [...vendor.listings, ...others.flatMap(({ listings }) => listings)],
  };
}

/** Affiliations between those who vendors are known as; none of a vendor with itself. */
export function foldAffiliations(
  affiliations: readonly Affiliation[],
  survivors: Survivors,
): Affiliation[] {
  const knownAs = (id: string): string => survivors.get(id) ?? id;
  return affiliations
    .map((one) => ({ ...one, vendor: knownAs(one.vendor), other: knownAs(one.other) }))
    .filter(({ vendor, other }) => vendor !== other);
}

/** Exclusions and waivers of those who vendors are known as. */
export function foldExclusions(
  exclusions: readonly KnownExclusion[],
  survivors: Survivors,
): KnownExclusion[] {
  const knownAs = <Named extends { readonly vendor: string | null }>(one: Named): Named => ({
    ...one,
    vendor: one.vendor === null ? null : (survivors.get(one.vendor) ?? one.vendor),
  });
  return exclusions.map((exclusion) => ({
    ...exclusion,
    timeline: exclusion.timeline.map(knownAs),
    waivers: exclusion.waivers.map(knownAs),
  }));
}
