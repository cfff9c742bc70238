import { after } from '../../clock/domain/after';
import { InvalidPeriod } from '../../clock/domain/errors';
import { intersect, type Period } from '../../clock/domain/period';
import type { Authority } from '../../history/domain/authority';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import type { ApprovedList } from './approved-list';
import { ListingOverlaps } from './errors';
import { inOrder } from '../../clock/domain/segments';
import { overlay, type ListingSegment, type ListingStatus, type Timeline } from './timeline';

/** What one listing looks like and will look like. `before` is empty for a new listing. */
export interface ListingPlan {
  readonly listing: string;
  readonly before: Timeline;
  readonly after: Timeline;
}

/** What every change of a listing has, with its time resolved. */
export interface ChangeTerms {
  readonly vendor: string;
  readonly list: ApprovedList;
  /** The change holds from here on. */
  readonly from: Date;
  readonly authority: Authority;
}

/** Whether a timeline has one of these statuses at any instant of a period. */
export function touches(
  timeline: Timeline,
  period: Period,
  statuses: readonly ListingStatus[],
): boolean {
  return timeline.some(
    ({ status, effective }) => statuses.includes(status) && intersect(effective, period) !== null,
  );
}

/** A timeline in which one new segment stands for all that was said about its period. */
export function replacing(timeline: Timeline, segment: ListingSegment): Timeline {
  return inOrder([...overlay(timeline, segment.effective, () => null), segment]);
}

/** A segment as a new change says it: it rests on this entry and its authority, and no suspension holds. */
export function restated(segment: ListingSegment, { authority }: ChangeTerms): ListingSegment {
  return { ...segment, entry: THIS_ENTRY, authority, suspension: null };
}

/**
 * The period from an instant to a given end, or for the list's default term where none is given.
 *
 * @throws {InvalidPeriod} when it would hold no instant
 */
export function termFrom(from: Date, to: Date | null | undefined, list: ApprovedList): Period {
  const { defaultTerm } = list.policy;
  const end = to === undefined ? defaultTerm && after(from, defaultTerm) : to;
  if (end && end <= from) throw new InvalidPeriod(from, end);
  return { from, to: end || null };
}

/** @throws {ListingOverlaps} when another listing covers one of the segment's categories in its time */
export function requireRoom(others: readonly Timeline[], wanted: ListingSegment): void {
  const taken = others
    .flat()
    .find(
      (segment) =>
        touches([segment], wanted.effective, ['listed', 'suspended']) &&
        share(segment.categories, wanted.categories),
    );
  if (taken) throw new ListingOverlaps(wanted.vendor, wanted.list, taken.listing);
}

/** Whether two listings cover a category in common; one that names none covers them all. */
const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
