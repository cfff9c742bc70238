import { after } from '../../clock/domain/after';
import type { AwardedPurchase } from './awarded-purchase';
import type { ConsideredCheck } from './considered-check';
import type { Finding } from './finding';
import { SAY } from './messages';

/** How a check was found: by the purchase's reference, or, which is weaker, by its vendor and agency alone. */
export type FoundBy = 'reference' | 'vendor';

/** What is found of a purchase. */
export interface Coverage {
  readonly finding: Exclude<Finding, 'unreadable'>;
  /** The check that it rests on; null where it rests on there being none. */
  readonly check: ConsideredCheck | null;
  readonly matchedBy: FoundBy | null;
  /** A sentence for a person. */
  readonly message: string;
}

/**
 * Whether a purchase had a check that could be relied on at its award.
 *
 * The latest check at or before the award decides, whatever those before it said. A "no" does not grow too old: who buys
 * after it without asking anew buys against it.
 *
 * @param maxAge ISO 8601 duration: a check may be relied on until it is older than that; null: as long as it says itself
 */
export function coverageOf(
  purchase: AwardedPurchase,
  checks: readonly ConsideredCheck[],
  maxAge: string | null,
): Coverage {
  return purchase.reference === null
    ? byVendor(purchase, checks, maxAge)
    : byReference(purchase, checks, maxAge);
}

function byReference(
  purchase: AwardedPurchase,
  checks: readonly ConsideredCheck[],
  maxAge: string | null,
): Coverage {
  const { reference, awardedAt } = purchase;
  const named = checks.filter((check) => check.reference === reference);
  const fitting = named.filter(isForTheSame(purchase));
  const own = fitting.filter(isAboutVendorOf(purchase));
  const last = latest(own.filter(precedes(awardedAt)));
  if (last) return judged(last, purchase, maxAge);
  const next = earliest(own);
  if (next) return found('afterAward', next, SAY.afterAward(next, purchase));
  const other = latest(fitting.filter(precedes(awardedAt))) ?? earliest(fitting);
  if (other) return found('otherVendor', other, SAY.otherVendor(other));
  return nothing(named.length > 0 ? SAY.otherPurchase : SAY.noCheck(purchase));
}

/** By vendor a check counts only while it may be relied on: older ones were about other purchases. */
function byVendor(
  purchase: AwardedPurchase,
  checks: readonly ConsideredCheck[],
  maxAge: string | null,
): Coverage {
  const { awardedAt, vendors } = purchase;
  const last = latest(
    checks
      .filter(({ vendor }) => vendor !== null && vendors.includes(vendor))
      .filter(isForTheSame(purchase))
      .filter((check) => isAboutItsOwnTime(check) && check.decidedAt <= awardedAt),
  );
  if (!last || !mayBeReliedOn(last, awardedAt, maxAge)) return nothing(SAY.noCheckOfVendor);
  const { message, ...coverage } = judged(last, purchase, maxAge);
  return { ...coverage, matchedBy: 'vendor', message: `${message} ${SAY.byVendorOnly}` };
}

// How far the clock of who asks may be from the registry's.
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** Whether a check was about the time at which it was asked, and not about a purchase long ago or one to come. */
export const isAboutItsOwnTime = ({
  at,
  decidedAt,
}: Pick<ConsideredCheck, 'at' | 'decidedAt'>): boolean =>
  Math.abs(at.getTime() - decidedAt.getTime()) <= CLOCKS_DIFFER_MS;

function judged(
  check: ConsideredCheck,
  { awardedAt, vendors }: AwardedPurchase,
  maxAge: string | null,
): Coverage {
  const { verdict, vendor } = check;
  if (verdict === 'ineligible') return found('saidNo', check, SAY.saidNo(check));
  // Nobody is told "eligible" while it is not sure who is meant; if it were so, it would cover nobody.
  const isSure = vendor !== null && vendors.includes(vendor);
  if (verdict === 'review' || !isSure) return found('review', check, SAY.review(check));
  return mayBeReliedOn(check, awardedAt, maxAge)
    ? found('covered', check, SAY.covered(check))
    : found('tooOld', check, SAY.tooOld(check, maxAge));
}

function mayBeReliedOn(
  { decidedAt, validUntil }: ConsideredCheck,
  awardedAt: Date,
  maxAge: string | null,
): boolean {
  if (validUntil <= decidedAt) return false;
  return maxAge === null ? awardedAt < validUntil : awardedAt <= after(decidedAt, maxAge);
}

/** Whether a check was for the agency and the list of a purchase, as far as these are said. */
const isForTheSame =
  ({ agency, list }: AwardedPurchase) =>
  (check: ConsideredCheck): boolean =>
    (agency === null || check.agency === agency) && (list === null || check.list === list);

/** A vendor that nobody knows is the one of a check that found nobody. */
const isAboutVendorOf =
  ({ vendors }: AwardedPurchase) =>
  ({ vendor, candidates }: ConsideredCheck): boolean => {
    const meant = vendor === null ? candidates : [vendor];
    return vendors.length === 0 ? meant.length === 0 : meant.some((id) => vendors.includes(id));
  };

/** Whether a check was decided by an instant, and about no later one. */
const precedes =
  (instant: Date) =>
  ({ decidedAt, at }: ConsideredCheck): boolean =>
    decidedAt <= instant && at <= instant;

const inOrder = (checks: readonly ConsideredCheck[]): ConsideredCheck[] =>
  [...checks].sort(
    (a, b) => a.decidedAt.getTime() - b.decidedAt.getTime() || (a.id < b.id ? -1 : 1),
  );

const latest = (checks: readonly ConsideredCheck[]): ConsideredCheck | undefined =>
  inOrder(checks).at(-1);

const earliest = (checks: readonly ConsideredCheck[]): ConsideredCheck | undefined =>
  inOrder(checks)[0];

const found = (
  finding: Coverage['finding'],
  check: ConsideredCheck,
  message: string,
): Coverage => ({ finding, check, matchedBy: 'reference', message });

const nothing = (message: string): Coverage => ({
  ...{ finding: 'noCheck', check: null, matchedBy: null, message },
});
