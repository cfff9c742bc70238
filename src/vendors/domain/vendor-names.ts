import { InvalidRequest, type Violation } from '../../problems/registry-error';
import { normaliseName } from '../../screening/domain/normalise-name';
import { scriptOf } from './script-of';
import type { Name, NameKind } from './vendor';

/** A vendor's names as they are given: the legal one, and others, among which it may stand again. */
export interface GivenNames {
  readonly name: string;
  readonly names: readonly { readonly kind: NameKind; readonly name: string }[];
}

/**
 * Reads the names of a vendor.
 *
 * @param pointer JSON Pointer of the object that has the members `name` and `names`
 * @returns the legal name, then the others
 * @throws {InvalidRequest} naming each name without a letter or digit, each that stands there twice, and each
 *   legal name beside the one
 */
export function parseNames({ name, names }: GivenNames, pointer: string): [Name, ...Name[]] {
  const legal = nameOf('legal', name);
  const given = names.map((one) => nameOf(one.kind, one.name));
  const violations = [
    ...emptyName(legal, `${pointer}/name`),
    ...given.flatMap((one, index) => [
      ...emptyName(one, `${pointer}/names/${index}/name`),
      ...secondLegalName(one, legal, `${pointer}/names/${index}/kind`),
      ...repeated(one, given.slice(0, index), `${pointer}/names/${index}`),
    ]),
  ];
  if (violations.length > 0) throw new InvalidRequest(violations);
  return [legal, ...given.filter(({ kind }) => kind !== 'legal')];
}

/** Whether two names are one, of one kind. */
export const sameName = (a: Name, b: Name): boolean => a.kind === b.kind && a.name === b.name;

function nameOf(kind: NameKind, text: string): Name {
  const name = text.trim();
  return { kind, name, script: scriptOf(name) };
}

const emptyName = ({ name }: Name, pointer: string): Violation[] =>
  normaliseName(name) === '' ? [{ pointer, message: 'must hold a letter or a digit' }] : [];

const secondLegalName = (given: Name, legal: Name, pointer: string): Violation[] =>
  given.kind === 'legal' && given.name !== legal.name
    ? [{ pointer, message: 'must not be legal: the one legal name is the member name' }]
    : [];

const repeated = (one: Name, before: readonly Name[], pointer: string): Violation[] =>
  before.some((other) => sameName(other, one)) ? [{ pointer, message: 'stands there twice' }] : [];
