import { holdsAt } from '../../clock/domain/period';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import { nameFormOf, sameWords } from '../../screening/domain/name-form';
import { CLUES, type Clue } from '../../vendors/domain/vendor-clue';
import { findingOn } from './findings';
import { likenessTo } from './likeness';
import { SAY } from './messages';
import type { AskedIdentifier, VendorReference } from './question';
import type { ReasonCode } from './reason';

/** Why it is not sure whom a question means. */
export interface Doubt {
  readonly code: Extract<ReasonCode, 'VENDOR_NOT_FOUND' | 'IDENTITY_CONFLICT' | 'NAME_ONLY_MATCH'>;
  readonly message: string;
}

/** Whom a question means: one vendor, or whoever may be meant, with the doubts. */
export type Identity =
  | {
      readonly vendor: KnownVendor;
      readonly matchedBy: Clue;
      /** Why a person has to look, though there is no doubt of whom the question means. */
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly vendor: null;
      readonly doubts: readonly Doubt[];
      readonly candidates: readonly KnownVendor[];
      /** Those of the candidates that more than a likeness leads to. */
      readonly led: readonly KnownVendor[];
    };

/** By what it is told whom a question means. */
export interface Telling {
  readonly at: Date;
  /** From which score on a vendor whose name is like the one given is a candidate. */
  readonly candidate: number;
}

/** What is known of vendors. */
type Known = Pick<Facts, 'vendors' | 'alike' | 'decisions'>;

/** A question's reference, and whom it leads to at an instant. */
interface Leads extends Telling {
  readonly reference: VendorReference;
  readonly facts: Known;
  /** All whom the reference may be about. */
  readonly known: readonly KnownVendor[];
  /** Those that an identifier leads to. */
  readonly identified: readonly KnownVendor[];
  /** Those that go or went by the name, or of which a person found that it is theirs. */
  readonly namesakes: readonly KnownVendor[];
}

/**
 * Whom a question means. An identifier is exact and must be the vendor's at that instant; a name alone must be
 * that of exactly one vendor. Whatever is weaker, or does not fit together, is for a person to look at.
 */
export function identify(reference: VendorReference, facts: Known, telling: Telling): Identity {
  const known = [...facts.vendors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { at } = telling;
  const leads: Leads = {
    ...{ ...telling, reference, facts, known },
    identified: known.filter((vendor) => reference.identifiers.some(leadsTo(vendor, at))),
    namesakes: known.filter(
      (vendor) => goesBy(reference.name)(vendor) || isFoundSame(reference, vendor, facts),
    ),
  };
  const [vendor, ...others] = leads.identified;
  if (vendor === undefined) return byName(leads);
  const doubts = others.length > 0 ? [severalVendors(leads)] : doubtsAbout(vendor, leads);
  return doubts.length === 0
    ? { vendor, matchedBy: cluesTo(vendor, reference, at)[0] ?? 'id', doubts }
    : uncertain(doubts, [...leads.identified, ...leads.namesakes]);
}

/** The members of a reference that lead to a vendor. */
export function cluesTo(vendor: KnownVendor, reference: VendorReference, at: Date): Clue[] {
  const leading = reference.identifiers.filter(leadsTo(vendor, at)).map(({ scheme }) => scheme);
  const named = goesBy(reference.name)(vendor);
  return IN_ORDER.filter((clue) => (clue === 'name' ? named : leading.includes(clue)));
}

// A vendor that is found by several is said to be found by the first of these.
const IN_ORDER: readonly Clue[] = ['id', ...CLUES.filter((clue) => clue !== 'id')];

const leadsTo =
  (vendor: KnownVendor, at: Date) =>
  ({ scheme, value }: AskedIdentifier): boolean =>
    scheme === 'id'
      ? vendor.id === value || vendor.formerIds?.includes(value) === true
      : vendor.identifiers.some(
          (held) => held.scheme === scheme && held.value === value && holdsAt(held.effective, at),
        );

const goesBy = (given: string | null): ((vendor: Pick<KnownVendor, 'names'>) => boolean) => {
  if (given === null) return () => false;
  const { key } = nameFormOf(given);
  return ({ names }) => names.some(({ name }) => nameFormOf(name).key === key);
};

/** Whether a name that is given beside an identifier is one of its vendor's: the legal form may be missing. */
function agrees(given: string, { names }: KnownVendor): boolean {
  const form = nameFormOf(given);
  return names.some(({ name }) => {
    const own = nameFormOf(name);
    return own.key === form.key || sameWords(own, form);
  });
}

/** What a person found of the name that is given and a vendor. */
const foundOf = ({ name }: VendorReference, vendor: KnownVendor, { decisions }: Known) =>
  name === null || decisions.length === 0
    ? undefined
    : findingOn({ name }, vendor, decisions)?.finding;

const isFoundSame = (reference: VendorReference, vendor: KnownVendor, facts: Known): boolean =>
  foundOf(reference, vendor, facts) === 'same';

function byName(leads: Leads): Identity {
  const { reference, at, namesakes } = leads;
  const [vendor, ...others] = namesakes;
  if (!vendor) return byLikeness(leads);
  if (others.length > 0) return uncertain([nameOnly(SAY.severalNamesakes)], namesakes);
  const doubts = [
    ...strayIdentifiers(vendor, leads),
    ...unknownIdentifiers(vendor, reference),
    ...otherCountry(vendor, reference, 'NAME_ONLY_MATCH'),
    ...foundOther(vendor, leads),
  ];
  const own = goesBy(reference.name)(vendor);
  const found = isFoundSame(reference, vendor, leads.facts);
  if (own && !found) doubts.push(...nameAtAnotherTime(vendor, reference, at));
  if (doubts.length > 0) return uncertain(doubts, namesakes);
  // A name that a person found to be the vendor's leads to it as an alias would, but permits nothing.
  const reserved = own ? [] : [nameOnly(SAY.nameFoundSame(vendor.name))];
  return { vendor, matchedBy: 'name', doubts: reserved };
}

/** A name that only resembles leads nowhere; who has one like it may be meant. */
function byLikeness(leads: Leads): Identity {
  const { reference, at, candidate, facts } = leads;
  const alike = [...facts.vendors, ...facts.alike]
    .filter((vendor) => foundOf(reference, vendor, facts) !== 'not-same')
    .map((vendor) => ({ vendor, score: likenessTo(reference, vendor, at)?.score ?? 0 }))
    .filter(({ score }) => score >= candidate)
    .sort((a, b) => b.score - a.score || (a.vendor.id < b.vendor.id ? -1 : 1));
  return alike.length === 0
    ? uncertain([{ code: 'VENDOR_NOT_FOUND', message: SAY.nobody }], [])
    : {
        ...uncertain([nameOnly(SAY.onlyAlike)], []),
        candidates: alike.map(({ vendor }) => vendor),
      };
}

/** A name of the vendor of which a person found that, where it is given, somebody else is meant. */
const foundOther = (vendor: KnownVendor, { reference, facts }: Leads): Doubt[] =>
  foundOf(reference, vendor, facts) === 'not-same' ? [nameOnly(SAY.foundOther(vendor.name))] : [];

/** What does not fit to a vendor that an identifier leads to. */
function doubtsAbout(vendor: KnownVendor, leads: Leads): Doubt[] {
  const { reference } = leads;
  return [
    ...strayIdentifiers(vendor, leads),
    ...(isStray(vendor, leads) ? [conflict(SAY.strayName(vendor.name))] : []),
    ...otherCountry(vendor, reference, 'IDENTITY_CONFLICT'),
  ];
}

/** Whether a name is given that is not the vendor's, by itself or by what a person found. */
function isStray(vendor: KnownVendor, { reference, facts }: Leads): boolean {
  if (reference.name === null) return false;
  const found = foundOf(reference, vendor, facts);
  return found === undefined ? !agrees(reference.name, vendor) : found === 'not-same';
}

/** Identifiers that do not lead to the vendor, though it has or had others of their scheme, or another had them. */
const strayIdentifiers = (
  vendor: KnownVendor,
  { reference: { identifiers }, at, known }: Leads,
): Doubt[] =>
  identifiers
    .filter((identifier) => !leadsTo(vendor, at)(identifier))
    .filter(
      (identifier) => hasScheme(vendor, identifier) || known.some(hadBefore(vendor, identifier)),
    )
    .map(({ scheme }) => conflict(SAY.strayIdentifier(vendor.name, scheme)));

const hadBefore =
  (vendor: KnownVendor, { scheme, value }: AskedIdentifier) =>
  (other: KnownVendor): boolean =>
    other !== vendor &&
    other.identifiers.some((held) => held.scheme === scheme && held.value === value);

/** A vendor that only its name leads to, while the identifier given is nobody's that is known. */
const unknownIdentifiers = (vendor: KnownVendor, { identifiers }: VendorReference): Doubt[] =>
  identifiers.some((identifier) => !hasScheme(vendor, identifier))
    ? [nameOnly(SAY.unknownIdentifier(vendor.name))]
    : [];

const hasScheme = ({ identifiers }: KnownVendor, { scheme }: AskedIdentifier): boolean =>
  scheme === 'id' || identifiers.some((held) => held.scheme === scheme);

function otherCountry(
  { name, country }: KnownVendor,
  reference: VendorReference,
  code: Doubt['code'],
): Doubt[] {
  if (reference.country === null || country === null || reference.country === country) return [];
  return [{ code, message: SAY.otherCountry(name, country, reference.country) }];
}

function nameAtAnotherTime(vendor: KnownVendor, { name }: VendorReference, at: Date): Doubt[] {
  const holds = vendor.names.some(
    (held) => goesBy(name)({ names: [held] }) && holdsAt(held.effective, at),
  );
  return holds ? [] : [nameOnly(SAY.nameAtAnotherTime(vendor.name))];
}

function severalVendors({ reference, at, identified }: Leads): Doubt {
  const clues = new Set(identified.flatMap((vendor) => cluesTo(vendor, reference, at)));
  return conflict(SAY.severalVendors(IN_ORDER.filter((clue) => clues.has(clue))));
}

const conflict = (message: string): Doubt => ({ code: 'IDENTITY_CONFLICT', message });
const nameOnly = (message: string): Doubt => ({ code: 'NAME_ONLY_MATCH', message });

const uncertain = (
  doubts: readonly Doubt[],
  candidates: readonly KnownVendor[],
): Extract<Identity, { vendor: null }> => {
  const led = [...new Set(candidates)];
  return { vendor: null, doubts, candidates: led, led };
};
