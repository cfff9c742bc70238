import { holdsAt } from '../../clock/domain/period';
import type { KnownVendor } from '../../register/domain/facts';
import type { Feature } from '../../screening/domain/compare-names';
import {
  compareParties,
  type AskedParty,
  type PartyComparison,
} from '../../screening/domain/compare-parties';
import { nameFormOf } from '../../screening/domain/name-form';
import type { VendorReference } from './question';

/** How much a vendor resembles whoever is asked about. */
export interface Likeness {
  /** 0 to 1, in thousandths. */
  readonly score: number;
  readonly features: readonly Feature[];
  /** The vendor's name that is most alike; null where none is at all. */
  readonly resembles: string | null;
}

/** How much a vendor resembles the one that is asked for by name; undefined where no name is given. */
export function likenessTo(
  { name, country, identifiers }: VendorReference,
  vendor: KnownVendor,
  at: Date,
): Likeness | undefined {
  if (name === null) return undefined;
  return likenessOf({ name: nameFormOf(name), country, identifiers }, vendor, at);
}

/** How much a vendor resembles another, by one name after the other that this one goes by at an instant. */
export function likenessesOfNames(
  seller: KnownVendor,
  vendor: KnownVendor,
  at: Date,
): { readonly of: string; readonly likeness: Likeness | undefined }[] {
  const { country } = seller;
  const identifiers = heldAt(seller, at);
  return [...seller.names]
    .sort(byText)
    .filter(({ effective }) => holdsAt(effective, at))
    .map(({ name }) => {
      const asked = { name: nameFormOf(name), country, identifiers };
      return { of: name, likeness: likenessOf(asked, vendor, at) };
    });
}

/** Whatever it goes or went by counts: a firm that was excluded may have another name since. */
function likenessOf(asked: AskedParty, vendor: KnownVendor, at: Date): Likeness | undefined {
  const { country } = vendor;
  const names = [...vendor.names].sort(byText);
  const compared = compareParties(asked, { names, country, identifiers: heldAt(vendor, at) });
  return compared === null ? undefined : told(compared);
}

/** Of names that are equally alike the first is told, in whatever order they come. */
const byText = (a: Name, b: Name): number =>
  a.name === b.name ? (a.kind < b.kind ? -1 : 1) : a.name < b.name ? -1 : 1;

type Name = KnownVendor['names'][number];

const heldAt = ({ identifiers }: KnownVendor, at: Date): KnownVendor['identifiers'] =>
  identifiers.filter(({ effective }) => holdsAt(effective, at));

const told = ({ score, features, name }: PartyComparison): Likeness => ({
  score: inThousandths(score),
  features: features.map((feature) => ({
    ...feature,
    value: inThousandths(feature.value),
    part: inThousandths(feature.part),
  })),
  resembles: score > 0 ? name : null,
});

/** So that what is told is what is compared, on every machine. */
export const inThousandths = (number: number): number => Math.round(number * 1000) / 1000;
