import type { Period } from '../../clock/domain/period';
import type { Authority } from '../../history/domain/authority';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { planExclusion, type ExclusionPlan } from './change-exclusion';
import { AlreadyExcluded } from './errors';
import {
  EVERYBODY,
  NEW_BUSINESS,
  type ExclusionSegment,
  type ExclusionTerms,
  type ExclusionTimeline,
} from './exclusion';
import { segmentAt } from '../../clock/domain/segments';
import { parseTerms } from './parse-terms';

/** A suspension of a vendor as a whole by one person, before a second confirms it. */
export interface VendorSuspension {
  /** UUIDv7 that the exclusion will bear. */
  readonly exclusion: string;
  /** UUIDv7 that the suspension will bear. */
  readonly suspension: string;
  readonly vendor: string;
  /** Code of the agency that suspends. */
  readonly agency: string;
  /** Why, in words for the record. */
  readonly cause: string;
  /** From when on, and when it lapses by itself. */
  readonly period: Period & { readonly from: Date };
  readonly authority: Authority;
}

/**
 * Bars all agencies from buying from a vendor as a whole, for the period of its suspension.
 *
 * @param known what is known of exclusions that name the vendor
 * @throws {AlreadyExcluded} when a suspension of it as a whole by one person holds already
 * @source FAR 9.405(a), 9.407-1(c)
 */
export function planVendorSuspension(
  known: readonly ExclusionTimeline[],
  { exclusion, suspension, vendor, agency, cause, period, authority }: VendorSuspension,
): ExclusionPlan {
  const { from, to } = period;
  const held = known.find((timeline) => isOfAll(segmentAt(timeline, from)));
  if (held) throw new AlreadyExcluded(vendor, held[0]?.exclusion ?? '');
  const terms = parseTerms({ ...WHOLE_VENDOR, agency, vendor, cause });
  return planExclusion(terms, {
    ...{ exclusion, from, to, authority },
    suspension: { id: suspension, confirmed: false },
  });
}

/**
 * Makes the exclusion of a suspension that holds at an instant last until it is ended. An end that somebody set
 * before the lapse stays.
 *
 * Gives null where nothing of the suspension holds at that instant or later.
 */
export function planVendorConfirmation(
  timeline: ExclusionTimeline,
  { id, lapsesAt }: { readonly id: string; readonly lapsesAt: Date },
  at: Date,
): ExclusionPlan | null {
  const holds = ({ suspension, effective: { to } }: ExclusionSegment): boolean =>
    suspension?.id === id && (to === null || to > at);
  const [first] = timeline.filter(holds);
  if (!first) return null;
  const confirm = (segment: ExclusionSegment): ExclusionSegment => ({
    ...segment,
    entry: THIS_ENTRY,
    suspension: { id, confirmed: true },
    effective: {
      from: segment.effective.from,
      to: segment.effective.to?.getTime() === lapsesAt.getTime() ? null : segment.effective.to,
    },
  });
  const after = timeline.map((segment) => (holds(segment) ? confirm(segment) : segment));
  return { exclusion: first.exclusion, before: timeline, after };
}

/** Whether a suspension by one person still says all that a new one would; an amendment may have narrowed it. */
const isOfAll = (segment: ExclusionSegment | undefined): boolean =>
  segment !== undefined &&
  segment.suspension !== null &&
  segment.scope.whole &&
  segment.binds.agencies === 'all' &&
  WHOLE_VENDOR.effects.every((effect) => segment.effects.includes(effect));

/** What a suspension says where nobody has said more: nobody buys anything from the vendor, by whatever way. */
const WHOLE_VENDOR: Omit<ExclusionTerms, 'agency' | 'vendor' | 'cause'> = {
  ...{ kind: 'suspension', basis: null, affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  ...{ binds: EVERYBODY, effects: NEW_BUSINESS },
  ...{ citations: [], comment: null, milestones: [] },
};
