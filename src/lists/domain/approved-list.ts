import { after } from '../../clock/domain/after';
import { InvalidRequest } from '../../problems/registry-error';
import { UnknownCategory, UnsafePolicy } from './errors';
import { APPROVED_CHANGES, DEFAULT_POLICY, type ListPolicy } from './policy';

/** What is bought under a list: a SIN, NAICS, PSC or the list's own code. */
export interface Category {
  readonly code: string;
  readonly title: string;
}

/** A list that buyers may buy from, as known at one position. */
export interface ApprovedList {
  readonly code: string;
  readonly name: string;
  /** Code of the agency that owns the list. */
  readonly owner: string;
  readonly categories: readonly Category[];
  readonly policy: ListPolicy;
  /** Position of the entry that last changed it. */
  readonly revision: number;
}

/** A policy of which some parts may be left to the rules. */
export type PartialPolicy = {
  readonly [Part in Exclude<keyof ListPolicy, 'approvals'>]?: ListPolicy[Part] | undefined;
} & { readonly approvals?: Partial<ListPolicy['approvals']> | undefined };

/**
 * Completes a policy with the rules' own defaults.
 *
 * @throws {UnsafePolicy} when a change other than a suspension would take fewer than two persons, or when one person's
 *   suspension would stand for over 30 days
 */
export function completePolicy(given: PartialPolicy, base = DEFAULT_POLICY): ListPolicy {
  const approvals = { ...base.approvals, ...given.approvals };
  const unsafe = APPROVED_CHANGES.find(
    (change) => !(approvals[change] >= (change === 'suspend' ? 1 : 2)),
  );
  if (unsafe) throw UnsafePolicy.onePersonFor(unsafe);
  const suspensionLapsesAfter = given.suspensionLapsesAfter ?? base.suspensionLapsesAfter;
  // Beyond the end of time a duration leads to no instant, which is not early enough either.
  if (!(after(AN_INSTANT, suspensionLapsesAfter) <= after(AN_INSTANT, LONGEST_UNCONFIRMED))) {
    throw UnsafePolicy.onePersonForTooLong();
  }
  return {
    approvals,
    suspensionLapsesAfter,
    receiptValidFor: given.receiptValidFor ?? base.receiptValidFor,
    defaultTerm: given.defaultTerm === undefined ? base.defaultTerm : given.defaultTerm,
  };
}

/** For so long one person's suspension may stand: a second can be found in that time. */
const LONGEST_UNCONFIRMED = 'P30D';

// Durations are compared from the same instant on; a month is as long as the one that begins here.
const AN_INSTANT = new Date(0);

/** @throws {InvalidRequest} when two categories have one code */
export function requireDistinct(categories: readonly Category[]): void {
  const seen = new Set<string>();
  for (const [index, { code }] of categories.entries()) {
    if (seen.has(code)) {
      throw new InvalidRequest([
        { pointer: `/categories/${index}/code`, message: 'stands twice in the list' },
      ]);
    }
    seen.add(code);
  }
}

/** @throws {UnknownCategory} when a code is not one of the list's categories */
export function requireCategories(list: ApprovedList, codes: readonly string[]): void {
  const known = new Set(list.categories.map(({ code }) => code));
  for (const [index, code] of codes.entries()) {
    if (!known.has(code)) throw new UnknownCategory(list.code, code, index);
  }
}
