import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { agencyCode } from './domain/agency';
import { isBoundAgency } from './domain/binding';
import { AgencyNotBound, MilestoneNotFound } from './domain/errors';
import type { ExclusionTimeline } from './domain/exclusion';
import { exclusionAt } from './domain/exclusion-state';
import type { MilestoneReport } from './domain/milestone-progress';
import { Exclusions } from './exclusions';
import { MilestoneReports } from './milestone-reports';

/** What an agency says that it has done. */
export interface MilestoneDone {
  /** Id of the exclusion. */
  readonly exclusion: string;
  /** Code of the milestone. */
  readonly code: string;
  /** null: now. */
  readonly doneAt: Date | null;
  readonly evidenceSha256: string;
  readonly note: string | null;
}

/** Records that the caller's agency has done what an exclusion asks of it. A later report of the agency takes its place. */
@Injectable()
export class ReportMilestone {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {ExclusionNotFound} @throws {MilestoneNotFound}
   * @throws {AgencyNotBound} when the exclusion is known not to bind the caller's agency
   * @throws {InvalidRequest} when it is said to be done in the future
   */
  execute(
    { exclusion, code, ...done }: MilestoneDone,
    caller: Caller,
  ): Promise<{ report: MilestoneReport; position: number }> {
    const agency = agencyCode(caller.agency);
    return this.dataSource.transaction(async (tx) => {
      const [exclusions, reports] = [new Exclusions(tx), new MilestoneReports(tx)];
      await exclusions.lock(exclusion);
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const about = { exclusion, code, agency };
      requireAsked(await exclusions.timeline(exclusion), about, now);
      const doneAt = done.doneAt ?? now;
      if (doneAt > now) throw new InvalidRequest([{ pointer: '/doneAt', message: IN_FUTURE }]);
      const made = { ...about, ...done, doneAt, reportedBy: caller.id, reportedAt: now };
      const before = await newestOf(reports, about);
      const vendor = await exclusions.vendorOf(exclusion);
      const draft = {
        ...{ type: 'milestone.reported' as const, actor: actorOf(caller), exclusion },
        vendors: vendor === null ? [] : [vendor],
      };
      const told = { before: before && saidOf(before), after: saidOf(made) };
      const entry = await history.append({ ...draft, ...told }, now);
      const report = { id: v7(), ...made, entry };
      await reports.add(report);
      return { report, position: entry + 1 };
    });
  }
}

interface About {
  readonly exclusion: string;
  readonly code: string;
  readonly agency: string;
}

const IN_FUTURE = 'must not lie in the future';

/** @throws {MilestoneNotFound} @throws {AgencyNotBound} */
function requireAsked(timeline: ExclusionTimeline, about: About, now: Date): void {
  const { exclusion, code, agency } = about;
  const { segment } = exclusionAt(timeline, now);
  if (!segment?.milestones.some((milestone) => milestone.code === code)) {
    throw new MilestoneNotFound(exclusion, code);
  }
  // Who is not in the directory may be of a group that is bound.
  if (isBoundAgency(segment.binds, agency) === 'not-bound') {
    throw new AgencyNotBound(exclusion, agency);
  }
}

async function newestOf(
  reports: MilestoneReports,
  { exclusion, code, agency }: About,
): Promise<MilestoneReport | null> {
  const all = await reports.of([exclusion]);
  return all.find((report) => report.code === code && report.agency === agency) ?? null;
}

/** What the history says of a report. */
const saidOf = ({
  code,
  agency,
  doneAt,
  evidenceSha256,
  note,
}: Omit<MilestoneReport, 'id' | 'entry'>): object => ({
  ...{ code, agency, doneAt, evidenceSha256, note },
});
