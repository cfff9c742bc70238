import { after } from '../../clock/domain/after';
import { DEFAULT_POLICY } from '../../lists/domain/policy';
import type { Decision } from './decide';
import type { Facts } from '../../register/domain/facts';
import type { Question } from './question';

// The last instant that RFC 3339 can tell.
const END_OF_TIME = new Date('9999-12-31T23:59:59.999Z');

/**
 * Until when an answer may be relied on: as long as the policy of the list says (the shortest of several), and never
 * past the instant at which the facts say something else.
 */
export function validUntil(
  decidedAt: Date,
  { purchase }: Question,
  { reasons, holdsUntil }: Decision,
  { lists }: Facts,
): Date {
  const codes = [purchase.list, ...reasons.map(({ list }) => list)];
  const terms = lists
    .filter(({ code }) => codes.includes(code))
    .map(({ policy }) => policy.receiptValidFor);
  const ends = (terms.length === 0 ? [DEFAULT_POLICY.receiptValidFor] : terms).map((term) =>
    after(decidedAt, term),
  );
  const instants = [...ends, END_OF_TIME, ...(holdsUntil ? [holdsUntil] : [])];
  return new Date(Math.min(...instants.map(Number)));
}
