import { samePeriod } from '../../clock/domain/period';
import type { ExclusionSegment, ExclusionTerms, ExclusionTimeline } from './exclusion';

/** Whether two segments say the same about the same time. */
export const sameSegment = (a: ExclusionSegment, b: ExclusionSegment): boolean =>
  sayingOf(a) === sayingOf(b) && samePeriod(a.effective, b.effective);

/** Position of the latest entry that anything an exclusion says rests on; -1 where nothing is left of it. */
export const latestEntryOf = (timeline: ExclusionTimeline): number =>
  Math.max(-1, ...timeline.map(({ entry }) => entry));

/** What an exclusion says in a segment. */
export const termsOf = (segment: ExclusionSegment): ExclusionTerms => ({
  ...{ kind: segment.kind, basis: segment.basis, agency: segment.agency, vendor: segment.vendor },
  ...{ affiliates: segment.affiliates, scope: segment.scope, binds: segment.binds },
  ...{ effects: segment.effects, cause: segment.cause, citations: segment.citations },
  ...{ comment: segment.comment, milestones: segment.milestones },
});

// Two segments that rest on one entry say the same of it, in whatever order the database keeps members.
const sayingOf = ({ exclusion, entry, suspension, effective }: ExclusionSegment): string =>
  JSON.stringify([exclusion, entry, suspension?.id, suspension?.confirmed, effective]);
