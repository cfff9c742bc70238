import type { Period } from '../../clock/domain/period';
import { sameIdentifier } from './identifier';
import { sameName } from './vendor-names';
import {
  holdsStill,
  namesInEffect,
  type Name,
  type Vendor,
  type VendorIdentifier,
  type VendorTerms,
} from './vendor';

/**
 * What a vendor is after an amendment: what is taken away ends now, what is added holds from now on, and what
 * stays is as it was. A legal name that another replaces is kept as a former name.
 *
 * A country has no period: the new one is what always was meant, and the history tells the old.
 */
export function amendVendor(vendor: Vendor, terms: VendorTerms, now: Date): Vendor {
  return {
    ...vendor,
    country: terms.country === undefined ? vendor.country : terms.country,
    identifiers: terms.identifiers
      ? replaceSet(vendor.identifiers, terms.identifiers, sameIdentifier, now)
      : vendor.identifiers,
    ...(terms.names && amendNames(vendor, terms.names, now)),
  };
}

/** Those of an amended vendor's identifiers that it did not hold before. */
export function identifiersAdded(before: Vendor, after: Vendor): VendorIdentifier[] {
  return after.identifiers.filter(
    (identifier) => holdsStill(identifier) && !before.identifiers.includes(identifier),
  );
}

/** Whether an amendment left all as it was. */
export function saysTheSame(before: Vendor, after: Vendor): boolean {
  return (
    before.country === after.country &&
    sameThings(before.identifiers, after.identifiers) &&
    sameThings(before.names, after.names)
  );
}

const sameThings = <Thing>(before: readonly Thing[], after: readonly Thing[]): boolean =>
  before.length === after.length && after.every((thing) => before.includes(thing));

function amendNames(
  vendor: Vendor,
  [legal, ...others]: readonly [Name, ...Name[]],
  now: Date,
): Pick<Vendor, 'name' | 'names'> {
  const old = namesInEffect(vendor).find(({ kind }) => kind === 'legal');
  const replaced = old && old.name !== legal.name && !isEmpty(endedAt(old.effective, now));
  const former: Name[] = replaced ? [{ ...old, kind: 'former' }] : [];
  const aliases = others.filter(({ kind, name }) => kind !== 'former' || name !== legal.name);
  const wanted = [
    legal,
    ...aliases,
    ...former.filter((name) => !aliases.some((alias) => sameName(alias, name))),
  ];
  return { name: legal.name, names: replaceSet(vendor.names, wanted, sameName, now) };
}

interface Holding {
  readonly effective: Period;
}

/** Ends what is no longer wanted, keeps what is, and adds what is new. */
function replaceSet<Item extends object>(
  held: readonly (Item & Holding)[],
  wanted: readonly Item[],
  same: (a: Item, b: Item) => boolean,
  now: Date,
): (Item & Holding)[] {
  const isHeld = (item: Item): boolean =>
    held.some((other) => holdsStill(other) && same(other, item));
  const kept = held.flatMap((item) => {
    if (!holdsStill(item) || wanted.some((other) => same(other, item))) return [item];
    const effective = endedAt(item.effective, now);
    return isEmpty(effective) ? [] : [{ ...item, effective }];
  });
  const added = wanted
    .filter((item) => !isHeld(item))
    .map((item) => ({ ...item, effective: { from: now, to: null } }));
  return [...kept, ...added];
}

const endedAt = ({ from }: Period, now: Date): Period => ({ from, to: now });

const isEmpty = ({ from, to }: Period): boolean => from !== null && to !== null && from >= to;
