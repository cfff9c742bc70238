import { THIS_ENTRY } from '../../history/domain/this-entry';
import type { ExclusionSegment, ExclusionTimeline, Waiver } from './exclusion';
import { termsOf } from './exclusion-timeline';

/** The whole of an exclusion's timeline, in members that are published and add-only. */
export function describeExclusion(timeline: ExclusionTimeline): object {
  return { segments: timeline.map(describeSegment) };
}

/** A waiver, in members that are published and add-only. */
export function describeWaiver(waiver: Waiver): object {
  const { id, agency, vendor, articles, effective, entry, authority } = waiver;
  return { ...{ waiver: id, agency, vendor, articles, effective, authority }, ...resting(entry) };
}

function describeSegment(segment: ExclusionSegment): object {
  const { effective, entry, authority, suspension } = segment;
  return {
    ...{ ...termsOf(segment), effective, authority },
    ...resting(entry),
    ...(suspension ? { suspension } : {}),
  };
}

/** What rests on the entry that tells it does not name it. */
const resting = (entry: number): object => (entry === THIS_ENTRY ? {} : { entry });
