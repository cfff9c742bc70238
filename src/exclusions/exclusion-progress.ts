import type { EntityManager } from 'typeorm';
import type { ExclusionTimeline } from './domain/exclusion';
import { exclusionAt } from './domain/exclusion-state';
import { milestonesOf, progressOf, type SetMilestone } from './domain/milestone-progress';
import { MilestoneReports } from './milestone-reports';
import { MilestoneProgressAnswer } from './milestones.dto';

/** An instant, as known at a number of entries. */
export interface When {
  readonly position: number;
  readonly at: Date;
}

/** What an exclusion sets at an instant: what holds then, else what it said last, or will say first. */
export function setBy(timeline: ExclusionTimeline, at: Date): SetMilestone[] {
  const { segment } = exclusionAt(timeline, at);
  return segment ? milestonesOf(segment) : [];
}

/** The milestones of an exclusion, and how far each agency is with each. */
export async function progressWith(
  tx: EntityManager,
  { id, timeline }: { readonly id: string; readonly timeline: ExclusionTimeline },
  { position, at }: When,
): Promise<MilestoneProgressAnswer[]> {
  const set = setBy(timeline, at);
  if (set.length === 0) return [];
  const reports = await new MilestoneReports(tx).of([id], position);
  return set.map((milestone) =>
    MilestoneProgressAnswer.of(milestone, progressOf(milestone, reports, at)),
  );
}
