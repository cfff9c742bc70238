import { THIS_ENTRY } from '../../history/domain/this-entry';
import type { ListingSegment, Timeline } from './timeline';

/** A listing's timeline as entries tell it. A segment without `entry` rests on the entry that tells it. */
export interface TimelineDescription {
  readonly listing: string | null;
  readonly segments: readonly object[];
}

/** The whole of a listing's timeline, in members that are published and add-only. */
export function describeTimeline(timeline: Timeline): TimelineDescription {
  return {
    listing: timeline[0]?.listing ?? null,
    segments: timeline.map(describeSegment),
  };
}

function describeSegment(segment: ListingSegment): object {
  const { status, contractNumber, categories, term, effective, entry, authority } = segment;
  return {
    ...{ status, contractNumber, categories, term, effective, authority },
    ...(entry === THIS_ENTRY ? {} : { entry }),
    ...(segment.suspension ? { suspension: segment.suspension } : {}),
  };
}
