import { InvalidRequest, type Violation } from '../../problems/registry-error';
import { MalformedIdentifier } from './errors';
import { readIdentifier, WORLD_SCHEMES, type WorldScheme } from './identifier';
import type { Identifier, Vendor } from './vendor';

/** Members by which a vendor can be asked for. */
export const CLUES = [...WORLD_SCHEMES, 'id', 'name'] as const;

export type Clue = (typeof CLUES)[number];

/** By what a vendor is asked for: one of the clues. */
export type GivenClues = { readonly [Name in Clue]?: string | undefined };

/** What a vendor is asked for by. */
export type VendorClue =
  | {
      readonly by: WorldScheme;
      readonly identifier: Identifier;
      readonly warnings: readonly Violation[];
    }
  | { readonly by: 'id' | 'name'; readonly text: string; readonly warnings: readonly Violation[] };

/**
 * Reads the one clue that is given.
 *
 * @throws {InvalidRequest} when there is none, or naming each when there are several
 * @throws {MalformedIdentifier} when it is an identifier that breaks its format
 */
export function parseClue(given: GivenClues): VendorClue {
  const [by, ...others] = CLUES.filter((clue) => given[clue] !== undefined);
  if (by === undefined) {
    throw new InvalidRequest([{ pointer: '', message: `must have one of ${CLUES.join(', ')}` }]);
  }
  if (others.length > 0) {
    throw new InvalidRequest(
      [by, ...others].map((clue) => ({
        pointer: `/${clue}`,
        message: 'must be the only one of its kind',
      })),
    );
  }
  const text = given[by] ?? '';
  return by === 'id' || by === 'name' ? { by, text, warnings: [] } : identifierClue(by, text);
}

/**
 * Whom a clue means: the one vendor that it finds in that country, or in none that is known; else nobody, and all
 * that it finds are candidates.
 *
 * @param country ISO 3166-1 alpha-2, or undefined for any
 */
export function whomItMeans<Found extends Vendor>(
  found: readonly Found[],
  country: string | undefined,
): { vendor: Found | null; candidates: readonly Found[] } {
  const fitting = found.filter(
    (vendor) => country === undefined || vendor.country === null || vendor.country === country,
  );
  const [only, ...others] = fitting;
  return only && others.length === 0
    ? { vendor: only, candidates: [] }
    : { vendor: null, candidates: found };
}

function identifierClue(scheme: WorldScheme, text: string): VendorClue {
  const pointer = `/${scheme}`;
  const read = readIdentifier({ scheme, value: text });
  if (!read || 'broken' in read) {
    const message = read?.broken ?? 'must be of a known scheme';
    throw new MalformedIdentifier([{ pointer, message }]);
  }
  const warnings = read.warning === undefined ? [] : [{ pointer, message: read.warning }];
  return { by: scheme, identifier: { scheme, value: read.value }, warnings };
}
