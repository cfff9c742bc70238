import { AGENCY_GROUPS, agencyCode, leadAgenciesOf } from './agency';
import { isBoundAgency } from './binding';
import type { Binding, ExclusionSegment, Milestone } from './exclusion';

/** How far an agency is with a milestone. `late`: done, but after it was due. */
export const MILESTONE_STATES = ['done', 'late', 'due', 'overdue'] as const;

export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** A milestone of an exclusion, with whom it binds and why. */
export interface SetMilestone extends Milestone {
  /** Id of the exclusion. */
  readonly exclusion: string;
  /** The vendor that the exclusion names, or null. */
  readonly vendor: string | null;
  /** Code of the excluding agency. */
  readonly setBy: string;
  /** What the exclusion rests on, as its authority cites it. */
  readonly citation: string;
  readonly binds: Binding;
}

/** What an agency said that it has done. */
export interface MilestoneReport {
  /** UUIDv7. */
  readonly id: string;
  readonly exclusion: string;
  readonly code: string;
  readonly agency: string;
  readonly doneAt: Date;
  /** SHA-256 of the document that shows it, in hexadecimal. */
  readonly evidenceSha256: string;
  readonly note: string | null;
  /** Id of the caller who reported it. */
  readonly reportedBy: string;
  readonly reportedAt: Date;
  /** Position of the entry that it rests on. */
  readonly entry: number;
}

/** How far one agency is with one milestone. */
export interface AgencyProgress {
  readonly agency: string;
  readonly state: MilestoneState;
  /** The newest that it reported; null: nothing yet. */
  readonly report: MilestoneReport | null;
}

/** The milestones that a segment of an exclusion sets. */
export const milestonesOf = (segment: ExclusionSegment): SetMilestone[] =>
  segment.milestones.map((milestone) => ({
    ...milestone,
    ...{ exclusion: segment.exclusion, vendor: segment.vendor, setBy: segment.agency },
    ...{ citation: segment.authority.citation, binds: segment.binds },
  }));

/**
 * How far agencies are with a milestone at an instant, in the order of their codes: those that the exclusion names, the
 * departments of the groups that it binds, and whoever has reported.
 *
 * @param reports the newest of each agency about any milestone
 * @param asked code of the only agency that is asked about, if it is bound or has reported; left out: all
 */
export function progressOf(
  milestone: SetMilestone,
  reports: readonly MilestoneReport[],
  at: Date,
  asked?: string,
): AgencyProgress[] {
  const own = reports.filter(
    ({ exclusion, code }) => exclusion === milestone.exclusion && code === milestone.code,
  );
  return agenciesOf(milestone.binds, own, asked).map((agency) => {
    const report = own.find((each) => each.agency === agency) ?? null;
    return { agency, report, state: stateAt(new Date(milestone.due), report, at) };
  });
}

function agenciesOf(
  binds: Binding,
  reports: readonly MilestoneReport[],
  asked: string | undefined,
): string[] {
  const all = new Set([...toReport(binds), ...reports.map(({ agency }) => agency)]);
  if (asked === undefined) return [...all].sort();
  // A component is bound as its department is, which stands for it among all.
  return all.has(asked) || isBoundAgency(binds, asked) === 'bound' ? [asked] : [];
}

/** Codes of the agencies that an exclusion names, and of the departments of the groups that it binds. */
function toReport({ agencies, groups }: Binding): string[] {
  const departments = leadAgenciesOf(agencies === 'all' ? AGENCY_GROUPS : groups);
  const named = agencies === 'all' ? [] : agencies;
  return [...named.map(agencyCode), ...departments.map(({ code }) => code)];
}

function stateAt(due: Date, report: MilestoneReport | null, at: Date): MilestoneState {
  if (report && report.doneAt <= at) return report.doneAt < due ? 'done' : 'late';
  return at < due ? 'due' : 'overdue';
}
