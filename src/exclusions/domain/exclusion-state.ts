import type { ExclusionSegment, ExclusionTimeline } from './exclusion';
import { segmentAt } from '../../clock/domain/segments';

/** What an exclusion amounts to at an instant. */
export type ExclusionState = 'scheduled' | 'in-effect' | 'ended';

/** The state of an exclusion at an instant, and the segment that it rests on. */
export interface ExclusionAt {
  readonly state: ExclusionState;
  /** Null where nothing of it ever held, since it was ended at its very start. */
  readonly segment: ExclusionSegment | null;
}

/**
 * How an exclusion stands at an instant: in effect as the segment says that holds then; ended after the last one,
 * scheduled before the first.
 */
export function exclusionAt(timeline: ExclusionTimeline, at: Date): ExclusionAt {
  const holding = segmentAt(timeline, at);
  if (holding) return { state: 'in-effect', segment: holding };
  const past = timeline.findLast(({ effective }) => effective.to !== null && effective.to <= at);
  if (past) return { state: 'ended', segment: past };
  const [first] = timeline;
  return first ? { state: 'scheduled', segment: first } : { state: 'ended', segment: null };
}
