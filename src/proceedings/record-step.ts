import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { WORKING_DAY_RULES } from '../clock/domain/working-days';
import { Clock } from '../clock/clock';
import { EXCLUSION_KINDS, type ExclusionKind } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import type { EntryDraft, EntryType } from '../history/domain/entry';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { personOf } from '../proposals/person';
import { VendorMerges } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import { DUE_PROCESS_RULES } from './domain/due-process';
import { stateAt, type Proceeding, type Step, type StepKind } from './domain/proceeding';
import { takeStep, type GivenStep } from './domain/take-step';
import { Proceedings } from './proceedings';
import { saidOfProceeding } from './said-of-proceeding';

/**
 * Records the next step of a proceeding: the vendor's notice, its answer, or the decision.
 *
 * A decision bars nobody: the exclusion or the removal itself is proposed by one person and approved by another.
 */
@Injectable()
export class RecordStep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {ProceedingNotFound} @throws {ExclusionNotFound}
   * @throws {ProceedingOutOfOrder} when the proceeding has not come to that step, or is past it
   * @throws {InvalidRequest} naming each member that contradicts the rules or the steps before
   */
  execute(
    id: string,
    given: GivenStep,
    caller: Caller,
  ): Promise<{ proceeding: Proceeding; at: Date; position: number }> {
    const recordedBy = personOf(caller);
    return this.dataSource.transaction(async (tx) => {
      const proceedings = new Proceedings(tx);
      // Whoever holds the vendor records the next step; which one that is, is read after.
      await new Vendors(tx).lockAll([(await proceedings.read(id)).vendor]);
      const before = await proceedings.read(id);
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const step = takeStep(before, given, now);
      await requireItsExclusion(tx, before, step);
      const draft = { ...draftOf(before, step, now), actor: actorOf(caller) };
      const entry = await history.append(draft, now);
      await proceedings.addStep(id, step, { recordedBy, recordedAt: now, entry });
      return { proceeding: await proceedings.read(id), at: now, position: entry + 1 };
    });
  }
}

/** @throws {ExclusionNotFound} @throws {InvalidRequest} when a decision names an exclusion that it can't have led to */
async function requireItsExclusion(
  tx: EntityManager,
  { vendor, kind }: Proceeding,
  step: Step,
): Promise<void> {
  if (step.kind !== 'decision' || step.exclusion === null) return;
  const exclusions = new Exclusions(tx);
  const named = await exclusions.vendorOf(step.exclusion);
  if (named === null || !(await isOneWith(tx, named, vendor))) {
    throw misnamed('must be an exclusion that names the vendor');
  }
  const kinds = (await exclusions.timeline(step.exclusion)).map((segment) => segment.kind);
  if (!kinds.some((one) => LEADS_TO[kind].includes(one))) {
    throw misnamed(`must be one that a proceeding of ${kind} leads to`);
  }
}

const misnamed = (message: string): InvalidRequest =>
  new InvalidRequest([{ pointer: '/exclusion', message }]);

/** Kinds of exclusion that come of each kind of proceeding. */
const LEADS_TO: Readonly<Record<Proceeding['kind'], readonly ExclusionKind[]>> = {
  suspension: ['suspension'],
  debarment: ['proposed-debarment', 'debarment', 'voluntary-exclusion'],
  removal: EXCLUSION_KINDS,
};

async function isOneWith(tx: EntityManager, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const groups = await new VendorMerges(tx).groups([other]);
  return (groups.get(one) ?? one) === (groups.get(other) ?? other);
}

const ENTRY_TYPE = {
  notice: 'proceeding.notified',
  answer: 'proceeding.answered',
  decision: 'proceeding.decided',
} as const satisfies Record<StepKind, EntryType>;

const STATE_AFTER = { notice: 'notified', answer: 'answered', decision: 'decided' } as const;

function draftOf(proceeding: Proceeding, step: Step, now: Date): Omit<EntryDraft, 'actor'> {
  const { authority, reason, vendor, list } = proceeding;
  const exclusion = step.kind === 'decision' ? (step.exclusion ?? undefined) : undefined;
  const { kind, ...taken } = step;
  return {
    ...{ type: ENTRY_TYPE[kind], authority, reason, vendors: [vendor] },
    ...{ list: list ?? undefined, exclusion },
    before: saidOfProceeding(proceeding, stateAt(proceeding, now)),
    after: { ...saidOfProceeding(proceeding, STATE_AFTER[kind]), [kind]: taken, rules: RULES },
  };
}

/** The rules that set the times which an entry tells. */
const RULES = { dueProcess: DUE_PROCESS_RULES, workingDays: WORKING_DAY_RULES };
