import { InvalidRequest, type Violation } from '../../../problems/registry-error';
import { pairOfVendors, type MatchPair } from '../../domain/match-decision';
import { nameFormOf } from '../../domain/name-form';

/** Two that may be one, as they are given: a vendor or a name, and another vendor or an exclusion. */
export interface GivenPair {
  /** Id of a vendor. */
  readonly vendor: string | null;
  /** A name as it is written. */
  readonly name: string | null;
  /** Id of the other vendor. */
  readonly other: string | null;
  /** Id of the exclusion whose covered articles are meant. */
  readonly exclusion: string | null;
}

/** A pair with its name as it was given. */
export interface NamedPair extends MatchPair {
  /** null where both are records. */
  readonly name: string | null;
}

/**
 * Reads a pair, which is one whichever way round its vendors are given.
 *
 * @throws {InvalidRequest} naming each side that is not there or there twice, a name that is none, and a vendor that
 *   is both
 */
export function parsePair(given: GivenPair): NamedPair {
  const violations = [
    ...oneOf(given, 'vendor', 'name'),
    ...oneOf(given, 'other', 'exclusion'),
    ...emptyName(given),
    ...sameVendor(given),
  ];
  if (violations.length > 0) throw new InvalidRequest(violations);
  const { vendor, name, other, exclusion } = given;
  if (vendor !== null && other !== null) return { ...pairOfVendors(vendor, other), name: null };
  return {
    ...{ subjectVendor: vendor, subjectName: name === null ? null : nameFormOf(name).key },
    ...{ objectVendor: other, objectExclusion: exclusion, name },
  };
}

/** Ids of the vendors of a pair. */
export const vendorsOf = ({ subjectVendor, objectVendor }: MatchPair): string[] =>
  [subjectVendor, objectVendor].filter((id) => id !== null);

function oneOf(given: GivenPair, one: keyof GivenPair, other: keyof GivenPair): Violation[] {
  if (given[one] === null && given[other] === null) {
    return [{ pointer: `/${one}`, message: `must be given, or ${other}` }];
  }
  const both = given[one] !== null && given[other] !== null;
  return both ? [{ pointer: `/${other}`, message: `does not go with ${one}` }] : [];
}

const emptyName = ({ name }: GivenPair): Violation[] =>
  name !== null && nameFormOf(name).key === ''
    ? [{ pointer: '/name', message: 'must hold a letter or a digit' }]
    : [];

const sameVendor = ({ vendor, other }: GivenPair): Violation[] =>
  vendor !== null && vendor === other
    ? [{ pointer: '/other', message: 'must be another vendor' }]
    : [];
