import { DateTime } from 'luxon';
import type { Period } from '../../clock/domain/period';
import type { ListingSegment } from '../../lists/domain/timeline';
import type { KnownList } from '../../register/domain/facts';

/** What reasons say of a listing, for a person. */
export const SAID_OF_LISTING = {
  LISTED: ({ name }: KnownList, { contractNumber, effective }: ListingSegment): string =>
    `Listed on ${name}${contractNumber === null ? '' : ` under contract ${contractNumber}`}` +
    `${inPeriod(effective)}.`,

  LISTING_REMOVED: ({ name }: KnownList, { effective }: ListingSegment): string =>
    `Removed from ${name}${onDay(effective.from)}.`,

  LISTING_SUSPENDED: ({ name }: KnownList, { effective }: ListingSegment): string =>
    `Suspended from ${name}${onDay(effective.from)}${onDay(effective.to, 'until')}.`,

  SUSPENSION_UNCONFIRMED: ({ name }: KnownList, { effective }: ListingSegment): string =>
    `The suspension from ${name} waits for a second person to confirm it` +
    `${effective.to === null ? '' : `, else it lapses${onMinute(effective.to)}`}.`,

  LISTING_EXPIRED: ({ name }: KnownList, { effective }: ListingSegment): string =>
    `The listing on ${name} expired${onDay(effective.to)}.`,

  LISTING_NOT_YET_EFFECTIVE: ({ name }: KnownList, { effective }: ListingSegment): string =>
    `The listing on ${name} takes effect${onDay(effective.from)}.`,
} as const;

/** What reasons say of a vendor and its standing, for a person. */
export const SAY = {
  notCovered: ({ name }: KnownList, category: string): string =>
    `The listing on ${name} does not cover category ${category}.`,
  notListed: (vendor: string, list: string): string => `${vendor} is not listed on ${list}.`,
  onNoList: (vendor: string): string =>
    `No listing of ${vendor} on any approved list is in effect.`,
  notBarred: (vendor: string): string =>
    `Nothing that the registry knows bars buying from ${vendor} on the open market.`,
  nobody: 'The registry knows no vendor by what was given.',
  nobodyToClear:
    'The registry knows no vendor by what was given, which clears nobody: a person must look.',
  onlyAlike: 'No vendor goes by that name; those that have one like it may be meant.',
  nameFoundSame: (vendor: string): string =>
    `A person found the name given to mean ${vendor}, which does not go by it.`,
  foundOther: (vendor: string): string =>
    `A person found the name given not to mean ${vendor}, though it goes by it.`,
  foundSame: (seller: string, vendor: string): string =>
    `A person found ${seller} and ${vendor} to be the same.`,
  isLike: (name: string, resembled: string, vendor: string): string =>
    resembled === vendor
      ? `"${name}" is like ${vendor}.`
      : `"${name}" is like "${resembled}", a name of ${vendor}.`,
  isMaker: (name: string, maker: string): string => `"${name}" may be the maker ${maker}.`,
  severalVendors: (clues: readonly string[]): string =>
    `The ${clues.join(' and ')} given lead to different vendors.`,
  strayIdentifier: (vendor: string, scheme: string): string =>
    `The ${scheme} given is not one of ${vendor}.`,
  strayName: (vendor: string): string => `The name given is not one that ${vendor} goes by.`,
  otherCountry: (vendor: string, known: string, given: string): string =>
    `${vendor} is of ${known}, not of ${given}.`,
  severalNamesakes: 'Several vendors go by that name; only an identifier tells which is meant.',
  nameAtAnotherTime: (vendor: string): string => `${vendor} does not go by that name at that time.`,
  unknownIdentifier: (vendor: string): string =>
    `${vendor} goes by that name; the registry does not know the identifier given.`,
} as const;

/** " since 11 July 2017", " until 1 October 2018", or from the one until the other; nothing where it is always. */
export const inPeriod = ({ from, to }: Period): string =>
  onDay(from, to === null ? 'since' : 'from') + onDay(to, 'until');

/** " on 11 July 2017", by the UTC calendar; nothing where there is no such day. */
export function onDay(instant: Date | null, word = 'on'): string {
  if (instant === null) return '';
  const day = DateTime.fromJSDate(instant, { zone: 'utc' }).setLocale('en').toFormat('d MMMM yyyy');
  return ` ${word} ${day}`;
}

/** " on 11 July 2017 at 09:30 UTC": what is over within a day is not told by the day. */
export function onMinute(instant: Date): string {
  const minute = DateTime.fromJSDate(instant, { zone: 'utc' }).toFormat('HH:mm');
  return `${onDay(instant)} at ${minute} UTC`;
}
