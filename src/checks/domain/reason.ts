import type { Period } from '../../clock/domain/period';
import { VERDICTS, type Verdict } from './verdict';

/** Why a verdict is what it is, gravest first. Published and add-only: procurement systems branch on these. */
export const REASON_CODES = [
  'LISTING_REMOVED',
  'LISTING_SUSPENDED',
  'LISTING_EXPIRED',
  'LISTING_NOT_YET_EFFECTIVE',
  'CATEGORY_NOT_COVERED',
  'NOT_LISTED',
  'VENDOR_NOT_FOUND',
  'IDENTITY_CONFLICT',
  'NAME_ONLY_MATCH',
  'SUSPENSION_UNCONFIRMED',
  'LISTED',
  'NOT_EXCLUDED',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** One reason of a verdict, and what it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly verdict: Verdict;
  /** A sentence for a person. */
  readonly message: string;
  /** Code of the list that it is about. */
  readonly list: string | null;
  /** The authority of the change that it rests on, as the field cites it. */
  readonly citation: string | null;
  /** When what it rests on holds. */
  readonly effective: Period;
  /** Position of the history entry that it rests on; null where it rests on there being none. */
  readonly position: number | null;
}

/** Reasons in an order that hangs on nothing but what they say: gravest first, then by list and entry. */
export function inOrderOfGravity(reasons: readonly Reason[]): Reason[] {
  const keyed = reasons.map((reason) => ({ reason, key: keyOf(reason) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ reason }) => reason);
}

type Key = readonly (string | number)[];

const keyOf = ({ verdict, code, list, position, message }: Reason): Key => [
  ...[VERDICTS.indexOf(verdict), REASON_CODES.indexOf(code)],
  ...[list ?? '', position ?? -1, message],
];

function compare(a: Key, b: Key): number {
  const index = a.findIndex((part, place) => part !== b[place]);
  return index === -1 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
