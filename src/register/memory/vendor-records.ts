import type { Period } from '../../clock/domain/period';
import { inOrder } from '../../clock/domain/segments';
import { gathered } from '../../database/gathered';
import type { ListingSegment, ListingStatus, Timeline } from '../../lists/domain/timeline';
import { holdsStill, type NameKind } from '../../vendors/domain/vendor';
import type { VendorIdentifier, VendorName } from '../../vendors/domain/vendor';
import type { KnownVendor } from '../domain/facts';
import type { ByteReader, Stretch } from './bytes';
import type { Packed } from './packed';
import type { Words } from './words';

/** Texts that many vendors have in common, by what they are. */
export interface VendorWords {
  readonly countries: Words;
  /** Schemes of identifiers, kinds and scripts of names, statuses of listings. */
  readonly schemes: Words;
  /** Codes of lists and categories. */
  readonly lists: Words;
  /** Citations and offices. */
  readonly authorities: Words;
}

/** What is said of vendors, by their slots. */
export interface VendorGroups {
  readonly profiles: Packed;
  readonly identifiers: Packed;
  readonly names: Packed;
  readonly listings: Packed;
}

/** The vendor at a slot, without those that are one with it; undefined where none is known. */
export function readVendor(
  id: string,
  slot: number,
  groups: VendorGroups,
  words: VendorWords,
): KnownVendor | undefined {
  const profile = groups.profiles.at(slot);
  if (!profile.more) return undefined;
  const revision = profile.number();
  const country = profile.number() === 1 ? words.countries.read(profile) : null;
  const names = readNames(groups.names.at(slot), words);
  const legal = names.find((name) => name.kind === 'legal' && holdsStill(name));
  if (!legal) throw new Error(`Vendor ${id} has no legal name.`);
  return {
    ...{ id, name: legal.name, country },
    identifiers: readIdentifiers(groups.identifiers.at(slot), words),
    ...{ names, revision },
    listings: readListings(id, groups.listings.at(slot), words),
  };
}

/** In the order in which the tables give them. */
function readIdentifiers(group: ByteReader, { schemes }: VendorWords): VendorIdentifier[] {
  const identifiers = readAll(group, () => ({
    scheme: schemes.read(group),
    value: group.text(),
    effective: periodOf(group.stretch()),
  }));
  return identifiers.length < 2 ? identifiers : identifiers.sort(byIdentifier);
}

const byIdentifier = (a: VendorIdentifier, b: VendorIdentifier): number =>
  compare(a.scheme, b.scheme) ||
  compare(a.value, b.value) ||
  (a.effective.from?.getTime() ?? -Infinity) - (b.effective.from?.getTime() ?? -Infinity);

/** The legal names first, then the others; of each, those that hold still first. */
function readNames(group: ByteReader, { schemes }: VendorWords): VendorName[] {
  const names = readAll(group, () => ({
    kind: schemes.read(group) as NameKind,
    name: group.text(),
    script: schemes.read(group),
    effective: periodOf(group.stretch()),
  }));
  return names.length < 2 ? names : names.sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = (name: VendorName): number =>
  (name.kind === 'legal' ? 0 : 2) + (holdsStill(name) ? 0 : 1);

/** In order of their lists and ids. */
function readListings(vendor: string, group: ByteReader, words: VendorWords): Timeline[] {
  const segments = readAll(group, () => readSegment(vendor, group, words));
  if (segments.length < 2) return segments.map((segment) => [segment]);
  segments.sort((a, b) => compare(a.list, b.list) || compare(a.listing, b.listing));
  const timelines = gathered(segments.map((segment) => [segment.listing, segment]));
  return [...timelines.values()].map(inOrder);
}

function readSegment(vendor: string, group: ByteReader, words: VendorWords): ListingSegment {
  return {
    listing: group.uuid(),
    vendor,
    list: words.lists.read(group),
    status: words.schemes.read(group) as ListingStatus,
    contractNumber: group.number() === 1 ? group.text() : null,
    categories: Array.from({ length: group.number() }, () => words.lists.read(group)),
    term: periodOf(group.stretch()),
    effective: periodOf(group.stretch()),
    entry: group.number(),
    authority: {
      citation: words.authorities.read(group),
      office: words.authorities.read(group),
    },
    suspension: group.number() === 1 ? { id: group.uuid(), confirmed: group.number() === 1 } : null,
  };
}

function readAll<Item>(group: ByteReader, read: () => Item): Item[] {
  const items: Item[] = [];
  while (group.more) items.push(read());
  return items;
}

const periodOf = ({ from, to }: Stretch): Period => ({
  from: from === null ? null : new Date(from),
  to: to === null ? null : new Date(to),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
