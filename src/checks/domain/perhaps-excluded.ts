import type { Facts, KnownVendor } from '../../register/domain/facts';
import { exclusionsOf, perhapsExcluded } from './excluded-vendor';
import { findingOn, isSilenced, type Subject } from './findings';
import type { Identity } from './identify';
import { likenessesOfNames, likenessTo, type Likeness } from './likeness';
import { SAY } from './messages';
import type { Question, VendorReference } from './question';
import type { Reason } from './reason';

/** Someone who may be the seller, by a name or a vendor that is led to. */
interface Resemblance extends Likeness {
  /** The name that it is a likeness of: the one that is given, or one of the vendor's. */
  readonly of: string;
}

/** A question with all that is looked at. */
export interface Case {
  readonly identity: Identity;
  readonly question: Question;
  readonly facts: Facts;
  /** From which score on a likeness to somebody excluded is told. */
  readonly deny: number;
}

/**
 * That somebody excluded may be the seller: never passed over in silence, whatever else is known. Who a person found to be
 * the same bars as the seller itself would.
 *
 * Not told is what an affiliation with the seller tells already, and of an exclusion that was told, whom it is of besides.
 *
 * @param told what is told of the seller, or of those who may be meant
 */
export function likeExcluded(about: Case, told: readonly Reason[]): Reason[] {
  const { identity, question, facts } = about;
  const others = [...facts.vendors, ...facts.alike];
  if (others.every((vendor) => vendor === identity.vendor)) return [];
  const passed = identity.vendor
    ? connectedWith(identity.vendor, facts)
    : new Set(identity.candidates.map(({ id }) => id));
  const alike: Alike[] = [];
  const same: Reason[] = [];
  for (const vendor of others.filter(({ id }) => !passed.has(id))) {
    const perhaps = perhapsExcluded(vendor, question, facts);
    if (perhaps.length === 0) continue;
    const resemblance = resemblanceOf(vendor, about);
    if (isFoundSame(vendor, about)) same.push(...asTheSame(vendor, about));
    else if (resemblance) alike.push({ vendor, perhaps, resemblance });
  }
  const likely = alike
    .sort(byLikeness)
    .flatMap(({ vendor, perhaps, resemblance }) =>
      perhaps.map((reason) => asLike(reason, vendor, resemblance)),
    );
  return [...same, ...eachOnce(likely, told)];
}

/** Somebody excluded who may be the seller. */
interface Alike {
  readonly vendor: KnownVendor;
  readonly perhaps: readonly Reason[];
  readonly resemblance: Resemblance;
}

/** Of each exclusion the first reason, where none of it is told. */
export function eachOnce(reasons: readonly Reason[], told: readonly Reason[] = []): Reason[] {
  const seen = new Set(told.map(({ exclusion }) => exclusion));
  return reasons.filter(({ exclusion }) => {
    const first = !seen.has(exclusion);
    seen.add(exclusion);
    return first;
  });
}

const byLikeness = (a: Alike, b: Alike): number =>
  b.resemblance.score - a.resemblance.score || (a.vendor.id < b.vendor.id ? -1 : 1);

/** What excludes the vendor that the seller was found to be the same as. */
const asTheSame = (vendor: KnownVendor, { identity, question, facts }: Case): Reason[] =>
  exclusionsOf(vendor, question, facts).map((reason) => ({
    ...reason,
    message: `${reason.message} ${SAY.foundSame(identity.vendor?.name ?? '', vendor.name)}`,
  }));

const asLike = (reason: Reason, vendor: KnownVendor, { of, resembles }: Resemblance): Reason => ({
  ...reason,
  message: `${SAY.isLike(of, resembles ?? vendor.name, vendor.name)} ${reason.message}`,
});

/** What was found of a name alone says nothing sure of the vendor that an identifier leads to. */
const isFoundSame = (vendor: KnownVendor, { identity, facts }: Case): boolean =>
  identity.vendor !== null &&
  findingOn({ vendor: identity.vendor }, vendor, facts.decisions)?.finding === 'same';

/** How a vendor resembles the seller, by the name that is given or one of those who may be meant. */
function resemblanceOf(
  vendor: KnownVendor,
  { identity, question, facts, deny }: Case,
): Resemblance | undefined {
  const { at, vendor: reference } = question;
  const findingFor = (subject: Subject) => findingOn(subject, vendor, facts.decisions);
  const sellers = sellersOf(identity).filter(
    (seller) => !isSilenced(findingFor({ vendor: seller })),
  );
  const asked = nameIn(reference, identity.vendor === null || sellers.length > 0);
  const likenesses = [
    ...asked
      .filter((name) => !isSilenced(findingFor({ name })))
      .map((name) => ({ of: name, likeness: likenessTo(reference, vendor, at) })),
    ...sellers.flatMap((seller) => likenessesOfNames(seller, vendor, at)),
  ];
  const found = asked.some((name) => findingFor({ name })?.finding === 'same');
  return likenesses
    .flatMap(({ of, likeness }) => (likeness ? { of, ...likeness } : []))
    .filter(({ score }) => found || score >= deny)
    .sort((a, b) => b.score - a.score)[0];
}

/** Who is led to by more than a likeness. */
export const sellersOf = (identity: Identity): readonly KnownVendor[] =>
  identity.vendor ? [identity.vendor] : identity.led;

/** The name that is given, where it counts: beside an identifier it is that of its vendor. */
const nameIn = ({ name }: VendorReference, counts: boolean): string[] =>
  name === null || !counts ? [] : [name];

/** Ids of a vendor and of all whom affiliations connect it with, however far and whenever. */
function connectedWith({ id }: KnownVendor, { affiliations }: Facts): Set<string> {
  const connected = new Set([id]);
  for (const one of connected) {
    for (const { vendor, other } of affiliations) {
      if (vendor === one) connected.add(other);
      if (other === one) connected.add(vendor);
    }
  }
  return connected;
}
