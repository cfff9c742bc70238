import type { MatchDecision } from '../screening/domain/match-decision';
import { nameFormOf } from '../screening/domain/name-form';
import type { Clues } from './domain/clues';
import type { KnownVendor } from './domain/facts';
import { Indexed } from './memory/indexed';

/** What persons found of pairs, by the vendors and the names that they are of. */
export type KnownDecisions = Indexed<MatchDecision>;

export const indexDecisions = (all: readonly MatchDecision[]): KnownDecisions =>
  Indexed.of(all, { idOf: ({ id }) => id, keysOf });

/** Those that are about one of some vendors, or one of the names that a question gives. */
export function decisionsOn(
  { name, makers }: Clues,
  sellers: readonly KnownVendor[],
  decisions: KnownDecisions,
): MatchDecision[] {
  if (decisions.size === 0) return [];
  const names = [...(name === null ? [] : [nameFormOf(name).key]), ...makers];
  const keys = [...names.map(keyOfName), ...sellers.flatMap(recordsOf)];
  return [...new Set(keys.flatMap((key) => decisions.of(key)))];
}

/** Ids of the vendors that a name was found to be one of. */
export const foundSame = (name: string, decisions: KnownDecisions): string[] =>
  decisions
    .of(keyOfName(nameFormOf(name).key))
    .flatMap(({ finding, objectVendor }) => (finding === 'same' ? (objectVendor ?? []) : []));

/** Ids of all records of a vendor. */
export const recordsOf = ({ id, formerIds = [] }: KnownVendor): string[] => [id, ...formerIds];

const keysOf = ({ subjectVendor, subjectName, objectVendor }: MatchDecision): string[] => [
  ...(subjectName === null ? [] : [keyOfName(subjectName)]),
  ...[subjectVendor, objectVendor].filter((id) => id !== null),
];

const keyOfName = (key: string): string => `name ${key}`;
