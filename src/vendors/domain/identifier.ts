import type { Violation } from '../../problems/registry-error';
import { readCageCode } from './cage-code';
import { readDuns } from './duns';
import { MalformedIdentifier } from './errors';
import type { IdentifierText } from './identifier-text';
import { readLei } from './lei';
import { isNationalScheme, readNationalNumber } from './national-number';
import { readUei } from './uei';
import type { Identifier } from './vendor';

/** Identifiers in their canonical form, with what is doubtful about them. */
export interface ParsedIdentifiers {
  readonly identifiers: readonly Identifier[];
  readonly warnings: readonly Violation[];
}

/** Schemes that are no country's. */
export const WORLD_SCHEMES = ['uei', 'cage', 'duns', 'lei'] as const;

export type WorldScheme = (typeof WORLD_SCHEMES)[number];

/**
 * Reads all identifiers of a vendor.
 *
 * @param pointer JSON Pointer of the array
 * @throws {MalformedIdentifier} naming each that breaks its format, or that stands there twice
 */
export function parseIdentifiers(given: readonly Identifier[], pointer: string): ParsedIdentifiers {
  const readings = given.map((identifier, index) => readAt(identifier, `${pointer}/${index}`));
  const violations = [
    ...readings.flatMap(({ violation }) => violation ?? []),
    ...repeated(readings, pointer),
  ];
  if (violations.length > 0) throw new MalformedIdentifier(violations);
  return {
    identifiers: readings.map(({ identifier }) => identifier),
    warnings: readings.flatMap(({ warning }) => warning ?? []),
  };
}

/**
 * Reads a value of a scheme.
 *
 * @returns undefined where there is no such scheme
 */
export function readIdentifier({ scheme, value }: Identifier): IdentifierText | undefined {
  return (
    READERS.get(scheme)?.(value) ??
    (isNationalScheme(scheme) ? readNationalNumber(value) : undefined)
  );
}

/** Whether two identifiers in canonical form are one. */
export const sameIdentifier = (a: Identifier, b: Identifier): boolean =>
  a.scheme === b.scheme && a.value === b.value;

interface Reading {
  readonly identifier: Identifier;
  readonly warning?: Violation;
  readonly violation?: Violation;
}

function readAt(identifier: Identifier, pointer: string): Reading {
  const read = readIdentifier(identifier);
  if (!read) return { identifier, violation: { pointer: `${pointer}/scheme`, message: NO_SCHEME } };
  if ('broken' in read) {
    return { identifier, violation: { pointer: `${pointer}/value`, message: read.broken } };
  }
  const canonical = { scheme: identifier.scheme, value: read.value };
  if (read.warning === undefined) return { identifier: canonical };
  const warning = { pointer: `${pointer}/value`, message: read.warning };
  return { identifier: canonical, warning };
}

const repeated = (readings: readonly Reading[], pointer: string): Violation[] =>
  readings.flatMap(({ identifier }, index) =>
    readings.findIndex((other) => sameIdentifier(other.identifier, identifier)) < index
      ? [{ pointer: `${pointer}/${index}`, message: 'stands there twice' }]
      : [],
  );

const NO_SCHEME = 'must be uei, cage, duns, lei, or a national register such as us-ein';

const READERS: ReadonlyMap<string, (text: string) => IdentifierText> = new Map(
  Object.entries({
    uei: readUei,
    cage: readCageCode,
    duns: readDuns,
    lei: readLei,
  } satisfies Record<WorldScheme, (text: string) => IdentifierText>),
);
