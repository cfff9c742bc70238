import { intersect, samePeriod, subtract, type Period } from '../../clock/domain/period';
import { inOrder, segmentAt } from '../../clock/domain/segments';
import type { Authority } from '../../history/domain/authority';

/** How a vendor stands on a list during a segment of time. */
export type ListingStatus = 'listed' | 'suspended' | 'removed';

/** One stretch of time in which one listing stands the same. Never changed: a change makes new segments. */
export interface ListingSegment {
  /** The listing: one vendor's place on one list under one contract. UUIDv7. */
  readonly listing: string;
  readonly vendor: string;
  readonly list: string;
  readonly status: ListingStatus;
  readonly contractNumber: string | null;
  /** Codes of the list's categories; empty: every category of the list. */
  readonly categories: readonly string[];
  /** The period that was agreed for the listing, whatever cut it short. */
  readonly term: Period;
  readonly effective: Period;
  /** Position of the entry that this standing rests on. */
  readonly entry: number;
  readonly authority: Authority;
  /** The suspension that holds here, and whether a second person has confirmed it. */
  readonly suspension: { readonly id: string; readonly confirmed: boolean } | null;
}

/** All segments of one listing as known at one position, disjoint and in order of time. */
export type Timeline = readonly ListingSegment[];

/** What a listing amounts to at an instant. */
export type ListingState = ListingStatus | 'expired' | 'not-yet-effective';

/** The state of a listing at an instant, and the segment that it rests on. */
export interface ListingAt {
  readonly state: ListingState;
  readonly segment: ListingSegment;
}

/**
 * How a listing stands at an instant: as the segment says that holds then; expired after the last one
 * (or in a gap), not yet effective before the first. Undefined where the listing has no segments.
 */
export function listingAt(timeline: Timeline, at: Date): ListingAt | undefined {
  const holding = segmentAt(timeline, at);
  if (holding) return { state: holding.status, segment: holding };
  const past = timeline.findLast(({ effective }) => effective.to !== null && effective.to <= at);
  if (past) return { state: 'expired', segment: past };
  const [first] = timeline;
  return first && { state: 'not-yet-effective', segment: first };
}

/** The next instant after `at` at which a segment begins or ends, or null. */
export function nextBoundary(timeline: Timeline, at: Date): Date | null {
  const boundaries = timeline
    .flatMap(({ effective }) => [effective.from, effective.to])
    .filter((instant) => instant !== null && instant > at) as Date[];
  return boundaries.length === 0
    ? null
    : new Date(Math.min(...boundaries.map((instant) => instant.getTime())));
}

/**
 * Replaces what a timeline says about a period: each segment keeps the part outside it, and the part
 * inside becomes what `change` makes of it (null drops it; the part itself leaves the segment whole).
 */
export function overlay(
  timeline: Timeline,
  period: Period,
  change: (part: ListingSegment) => ListingSegment | null,
): Timeline {
  return timeline.flatMap((segment) => {
    const shared = intersect(segment.effective, period);
    if (!shared) return [segment];
    const part = { ...segment, effective: shared };
    const changed = change(part);
    if (changed === part) return [segment]; // what stays is not cut up
    const kept = subtract(segment.effective, period).map((effective) => ({
      ...segment,
      effective,
    }));
    return inOrder([...kept, ...(changed ? [changed] : [])]);
  });
}

/** Whether two segments say the same about the same time. */
export function sameSegment(a: ListingSegment, b: ListingSegment): boolean {
  return (
    sayingOf(a) === sayingOf(b) &&
    samePeriod(a.term, b.term) &&
    samePeriod(a.effective, b.effective)
  );
}

const sayingOf = (segment: ListingSegment): string =>
  JSON.stringify([
    segment.listing,
    segment.status,
    segment.entry,
    segment.contractNumber,
    segment.categories,
    segment.suspension?.id,
    segment.suspension?.confirmed,
  ]);
