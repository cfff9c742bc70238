import { compareNames, scoreOf, type Comparison, type Feature } from './compare-names';
import { nameFormOf, type NameForm } from './name-form';

/** A scheme and a value, as uei and its twelve characters. */
export interface PartyIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** Who is asked about. */
export interface AskedParty {
  readonly name: NameForm;
  /** ISO 3166-1 alpha-2, or null where it isn't told. */
  readonly country: string | null;
  /** None where none are told. */
  readonly identifiers: readonly PartyIdentifier[];
}

/** A vendor, as far as it is compared: the names and identifiers that count at the time asked about. */
export interface KnownParty {
  readonly names: readonly { readonly kind: string; readonly name: string }[];
  readonly country: string | null;
  readonly identifiers: readonly PartyIdentifier[];
}

/** How much two parties resemble each other. */
export interface PartyComparison extends Comparison {
  /** The name, of those that the known party has, that is most alike. */
  readonly name: string;
}

/** What speaks for or against two parties being one beside their names: what each has to the score. */
export const PARTY_PARTS = {
  weakAlias: -0.1,
  sameCountry: 0.02,
  otherCountry: -0.05,
  sameIdentifier: 0.2,
  otherIdentifier: -0.05,
} as const;

/**
 * Compares who is asked about with a vendor by the most alike of its names. A weak alias, another country and another value
 * of an identifier take something away, the same add something, and neither stands without a name that is alike: the same
 * name under another identifier is told still, since firms come back under another.
 *
 * @returns null where the known party has no name
 */
export function compareParties(asked: AskedParty, known: KnownParty): PartyComparison | null {
  let best: PartyComparison | null = null;
  for (const { kind, name } of known.names) {
    const one = withAlias(compareNames(asked.name, nameFormOf(name)), kind);
    if (best === null || one.score > best.score) best = { ...one, name };
  }
  if (best === null || best.score === 0) return best;
  const features = [...best.features, ...country(asked, known), ...identifiers(asked, known)];
  return { score: scoreOf(features), features, name: best.name };
}

/** A weak alias tells little of whose it is. */
function withAlias({ score, features }: Comparison, kind: string): Comparison {
  if (kind !== 'weak-alias' || score === 0) return { score, features };
  const all = [...features, { name: 'alias', value: 1, part: PARTY_PARTS.weakAlias } as const];
  return { score: scoreOf(all), features: all };
}

function country({ country: one }: AskedParty, { country: other }: KnownParty): Feature[] {
  if (one === null || other === null) return [];
  return one === other
    ? [{ name: 'country', value: 1, part: PARTY_PARTS.sameCountry }]
    : [{ name: 'country', value: 0, part: PARTY_PARTS.otherCountry }];
}

/** One value that is the same outweighs others of the same scheme: a vendor may have several. */
function identifiers({ identifiers: asked }: AskedParty, known: KnownParty): Feature[] {
  const comparable = asked.filter(({ scheme }) =>
    known.identifiers.some((identifier) => identifier.scheme === scheme),
  );
  if (comparable.length === 0) return [];
  const same = comparable.some(({ scheme, value }) =>
    known.identifiers.some(
      (identifier) => identifier.scheme === scheme && identifier.value === value,
    ),
  );
  return same
    ? [{ name: 'identifier', value: 1, part: PARTY_PARTS.sameIdentifier }]
    : [{ name: 'identifier', value: 0, part: PARTY_PARTS.otherIdentifier }];
}
