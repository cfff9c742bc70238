import type { Period } from '../../clock/domain/period';
import type { Relation } from '../../vendors/domain/affiliation';
import { VERDICTS, type Verdict } from './verdict';

/** Why a verdict is what it is, gravest first. Published and add-only: procurement systems branch on these. */
export const REASON_CODES = [
  'VENDOR_EXCLUDED',
  'AFFILIATE_EXCLUDED',
  'COVERED_ARTICLE',
  'LISTING_REMOVED',
  'LISTING_SUSPENDED',
  'LISTING_EXPIRED',
  'LISTING_NOT_YET_EFFECTIVE',
  'CATEGORY_NOT_COVERED',
  'NOT_LISTED',
  'VENDOR_NOT_FOUND',
  'IDENTITY_CONFLICT',
  'NAME_ONLY_MATCH',
  'POSSIBLE_EXCLUDED_MATCH',
  'POSSIBLE_COVERED_ARTICLE',
  'EXCLUSION_UNDECIDED',
  'SUSPENSION_UNCONFIRMED',
  'WAIVED',
  'LISTED',
  'NOT_EXCLUDED',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** One step from an excluded vendor to another that its exclusion reaches. */
export interface PathStep {
  /** Id of the vendor that the step leads to. */
  readonly vendor: string;
  readonly name: string;
  /** What it is to the vendor before it; null for the first, which is the excluded one. */
  readonly relation: Relation | null;
  /** Position of the entry that the relation rests on; null for the first. */
  readonly position: number | null;
}

/** One reason of a verdict, and what it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly verdict: Verdict;
  /** A sentence for a person. */
  readonly message: string;
  /** Code of the list that it is about. */
  readonly list: string | null;
  /** Id of the exclusion that it is about. */
  readonly exclusion: string | null;
  /** Index of the purchase's item that it is about. */
  readonly item: number | null;
  /** How the exclusion reaches the vendor, from the excluded one to it; empty where it is named itself. */
  readonly path: readonly PathStep[];
  /** What the excluding agency adds, word for word. */
  readonly comment: string | null;
  /** The rule that gives the exclusion its effect at the stage of the purchase, as the field cites it. */
  readonly rule: string | null;
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

const keyOf = ({ verdict, code, list, item, position, message }: Reason): Key => [
  ...[VERDICTS.indexOf(verdict), REASON_CODES.indexOf(code)],
  ...[list ?? '', item ?? -1, position ?? -1, message],
];

/** The members of a reason that only some have, where it has none of them. */
export const ABOUT_NO_EXCLUSION = {
  exclusion: null,
  item: null,
  path: [],
  comment: null,
  rule: null,
} as const satisfies Partial<Reason>;

function compare(a: Key, b: Key): number {
  const index = a.findIndex((part, place) => part !== b[place]);
  return index === -1 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
