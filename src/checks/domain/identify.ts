import { holdsAt } from '../../clock/domain/period';
import { normaliseName } from '../../screening/domain/normalise-name';
import { CLUES, type Clue } from '../../vendors/domain/vendor-clue';
import type { KnownVendor } from '../../register/domain/facts';
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
  | { readonly vendor: KnownVendor; readonly matchedBy: Clue }
  | {
      readonly vendor: null;
      readonly doubts: readonly Doubt[];
      readonly candidates: readonly KnownVendor[];
    };

/** A question's reference, and whom it leads to at an instant. */
interface Leads {
  readonly reference: VendorReference;
  readonly at: Date;
  /** All whom the reference may be about. */
  readonly known: readonly KnownVendor[];
  /** Those that an identifier leads to. */
  readonly identified: readonly KnownVendor[];
  /** Those that go or went by the name. */
  readonly namesakes: readonly KnownVendor[];
}

/**
 * Whom a question means. An identifier is exact and must be the vendor's at that instant; a name alone must be
 * that of exactly one vendor. Whatever is weaker, or does not fit together, is for a person to look at.
 */
export function identify(
  reference: VendorReference,
  vendors: readonly KnownVendor[],
  at: Date,
): Identity {
  const known = [...vendors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const leads: Leads = {
    ...{ reference, at, known },
    identified: known.filter((vendor) => reference.identifiers.some(leadsTo(vendor, at))),
    namesakes: known.filter(goesBy(reference.name)),
  };
  const [vendor, ...others] = leads.identified;
  if (vendor === undefined) return byName(leads);
  const doubts = others.length > 0 ? [severalVendors(leads)] : doubtsAbout(vendor, leads);
  return doubts.length === 0
    ? { vendor, matchedBy: cluesTo(vendor, reference, at)[0] ?? 'id' }
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

const goesBy =
  (normalised: string | null) =>
  ({ names }: KnownVendor): boolean =>
    normalised !== null && names.some(({ name }) => normaliseName(name) === normalised);

function byName(leads: Leads): Identity {
  const { reference, at, namesakes } = leads;
  const [vendor, ...others] = namesakes;
  if (!vendor) return uncertain([{ code: 'VENDOR_NOT_FOUND', message: SAY.nobody }], []);
  if (others.length > 0) return uncertain([nameOnly(SAY.severalNamesakes)], namesakes);
  const doubts = [
    ...strayIdentifiers(vendor, leads),
    ...unknownIdentifiers(vendor, reference),
    ...otherCountry(vendor, reference, 'NAME_ONLY_MATCH'),
    ...nameAtAnotherTime(vendor, reference, at),
  ];
  return doubts.length === 0 ? { vendor, matchedBy: 'name' } : uncertain(doubts, namesakes);
}

/** What does not fit to a vendor that an identifier leads to. */
function doubtsAbout(vendor: KnownVendor, leads: Leads): Doubt[] {
  const { reference } = leads;
  const strayName = reference.name !== null && !goesBy(reference.name)(vendor);
  return [
    ...strayIdentifiers(vendor, leads),
    ...(strayName ? [conflict(SAY.strayName(vendor.name))] : []),
    ...otherCountry(vendor, reference, 'IDENTITY_CONFLICT'),
  ];
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
    (held) => normaliseName(held.name) === name && holdsAt(held.effective, at),
  );
  return holds ? [] : [nameOnly(SAY.nameAtAnotherTime(vendor.name))];
}

function severalVendors({ reference, at, identified }: Leads): Doubt {
  const clues = new Set(identified.flatMap((vendor) => cluesTo(vendor, reference, at)));
  return conflict(SAY.severalVendors(IN_ORDER.filter((clue) => clues.has(clue))));
}

const conflict = (message: string): Doubt => ({ code: 'IDENTITY_CONFLICT', message });
const nameOnly = (message: string): Doubt => ({ code: 'NAME_ONLY_MATCH', message });

const uncertain = (doubts: readonly Doubt[], candidates: readonly KnownVendor[]): Identity => ({
  vendor: null,
  doubts,
  candidates: [...new Set(candidates)],
});
