import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown, type Asked } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { everyPage } from '../http/row-stream';
import { parseInstant } from '../http/validators';
import { calendarOf } from './calendar';
import { agencyCode } from './domain/agency';
import { isBoundAgency } from './domain/binding';
import {
  progressOf,
  type AgencyProgress,
  type MilestoneReport,
  type SetMilestone,
} from './domain/milestone-progress';
import { Exclusions } from './exclusions';
import { progressWith, setBy, type When } from './exclusion-progress';
import { MilestoneReports } from './milestone-reports';
import {
  MilestoneProgressAnswer,
  type CalendarQuery,
  type ExclusionMilestonesAnswer,
  type MilestonePage,
  type MilestonesQuery,
} from './milestones.dto';
import { SetMilestones, type MilestoneKey } from './set-milestones';

/** Most milestones that are looked at in one go for how far agencies are. */
const BATCH = 200;

/** What exclusions ask of agencies, by when, and how far these are; at any instant, as known now or then. */
@Injectable()
export class ReadMilestones {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {ExclusionNotFound} when no such exclusion was known */
  ofExclusion(exclusion: string, asked: Asked): Promise<ExclusionMilestonesAnswer> {
    return asKnown(this.dataSource, this.clock, asked, async (tx, position, at) => {
      const timeline = await new Exclusions(tx).timeline(exclusion, position);
      const milestones = await progressWith(tx, { id: exclusion, timeline }, { position, at });
      return { exclusion, milestones, at, position };
    });
  }

  /** Those due first, across all exclusions in effect. */
  page(query: MilestonesQuery): Promise<MilestonePage> {
    const scope = pageScope('milestones', query);
    const start = pageStart(scope, query, (key) => parseKey(key) !== null);
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      const found: MilestoneProgressAnswer[] = [];
      for await (const each of progressInEffect(tx, { position, at, query }, parseKey(start))) {
        found.push(each);
        if (found.length > query.limit) break;
      }
      const { items, next } = pageOf(found, query, scope, keyOf);
      return { items: [...items], next, at, position };
    });
  }

  /** All milestones of exclusions in effect, as a calendar. */
  calendar({ agency }: CalendarQuery): Promise<string> {
    return asKnown(this.dataSource, this.clock, {}, async (tx, position, at) => {
      const milestones: SetMilestone[] = [];
      for await (const milestone of inEffect(tx, { position, at }, null)) {
        if (agency === undefined || isBoundAgency(milestone.binds, agency) !== 'not-bound') {
          milestones.push(milestone);
        }
      }
      return calendarOf(milestones, at);
    });
  }

  /** The milestones of one exclusion, as a calendar. @throws {ExclusionNotFound} */
  calendarOfExclusion(exclusion: string): Promise<string> {
    return asKnown(this.dataSource, this.clock, {}, async (tx, position, at) =>
      calendarOf(setBy(await new Exclusions(tx).timeline(exclusion, position), at), at),
    );
  }
}

/** Every milestone of an exclusion in effect, those due first, from after `start` on. */
const inEffect = (
  tx: EntityManager,
  { position, at }: When,
  start: MilestoneKey | null,
): AsyncGenerator<SetMilestone> =>
  everyPage((last) => new SetMilestones(tx, position).inEffect(at, last ?? start, BATCH));

/** Those of them of which an agency is as asked for, with how far each such agency is. */
async function* progressInEffect(
  tx: EntityManager,
  { position, at, query }: When & { readonly query: MilestonesQuery },
  start: MilestoneKey | null,
): AsyncGenerator<MilestoneProgressAnswer> {
  for (let last = start; ;) {
    const batch = await new SetMilestones(tx, position).inEffect(at, last, BATCH);
    const ids = batch.map(({ exclusion }) => exclusion);
    const reports = await new MilestoneReports(tx).of(ids, position);
    for (const milestone of batch) {
      const progress = progressAsked(milestone, { reports, at, query });
      if (progress) yield MilestoneProgressAnswer.of(milestone, progress);
    }
    last = batch.at(-1) ?? null;
    if (batch.length < BATCH) return;
  }
}

/** How far those agencies are that are asked about; null where it is none of those that are asked for. */
function progressAsked(
  milestone: SetMilestone,
  { reports, at, query }: Progressing,
): AgencyProgress[] | null {
  const { agency, overdue } = query;
  const asked = agency === undefined ? undefined : agencyCode(agency);
  const progress = progressOf(milestone, reports, at, asked).filter(
    ({ state }) => overdue === undefined || overdue === (state === 'overdue'),
  );
  const isNarrowed = agency !== undefined || overdue !== undefined;
  return isNarrowed && progress.length === 0 ? null : progress;
}

interface Progressing {
  readonly reports: readonly MilestoneReport[];
  readonly at: Date;
  readonly query: MilestonesQuery;
}

const keyOf = ({ due, exclusion, code }: MilestoneKey): string => `${due}/${exclusion}/${code}`;

function parseKey(key: string | null): MilestoneKey | null {
  const [, due = '', exclusion = '', code = ''] = KEY.exec(key ?? '') ?? [];
  return parseInstant(due) && validate(exclusion) ? { due, exclusion, code } : null;
}

const KEY = /^([^/]+)\/([^/]+)\/([a-z0-9-]+)$/;
