import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { after } from '../clock/domain/after';
import { onwards } from '../clock/domain/period';
import { planVendorSuspension } from '../exclusions/domain/suspend-vendor';
import { Exclusions } from '../exclusions/exclusions';
import type { Authority } from '../history/domain/authority';
import { History } from '../history/history';
import { ApprovedLists } from '../lists/approved-lists';
import { touches } from '../lists/domain/listing-plan';
import { DEFAULT_POLICY } from '../lists/domain/policy';
import { planSuspension } from '../lists/domain/suspend-listing';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { holdRecords } from '../vendors/hold-records';
import { requireUnmerged } from '../vendors/vendor-merges';
import type { Notice } from './domain/proposal';
import { personOf } from './person';
import { recordLapses } from './record-lapses';
import { recordSuspension, type Suspended, type SuspensionPlan } from './record-suspension';
import { Suspensions, type Suspension } from './suspensions';

export interface SuspensionOrder {
  readonly vendor: string;
  /** null: the vendor as a whole, on every list and on the open market. */
  readonly list: string | null;
  readonly authority: Authority;
  readonly reason: string;
  readonly notice?: Notice | undefined;
}

/**
 * Suspends a vendor on a list, or as a whole, at once and by one person; it lapses unless another confirms it in time.
 *
 * As a whole, its listings are suspended and an exclusion bars all agencies from buying from it.
 */
@Injectable()
export class Suspend {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {VendorNotFound} @throws {ListNotFound}
   * @throws {NotListed} when nothing of the vendor's is listed on the list
   * @throws {AlreadySuspended} when a suspension holds on the list
   * @throws {AlreadyExcluded} when one of the vendor as a whole holds
   * @throws {VendorMerged} when a vendor to be suspended as a whole is known as another
   */
  async execute(order: SuspensionOrder, caller: Caller): Promise<Suspended> {
    const suspendedBy = personOf(caller);
    const { vendor, list, authority, reason } = order;
    await recordLapses(this.dataSource, this.clock, vendor);
    return this.dataSource.transaction(async (tx) => {
      const records = await holdRecords(tx, [vendor]);
      const suspendedAt = await new History(tx).present(this.clock.now());
      const standing = await new Listings(tx).ofAll(records, list);
      const lapsesAt = await lapseOf(tx, list, standing, suspendedAt);
      const made = {
        id: v7(),
        vendor,
        list,
        authority,
        reason,
        suspendedBy,
        suspendedAt,
        lapsesAt,
      };
      const plan = await planOf(tx, made, { records, standing }, caller);
      const given = { ...order, actor: actorOf(caller), now: suspendedAt };
      const entries = await recordSuspension(tx, plan, 'suspended', given);
      const exclusion = plan.exclusion?.exclusion ?? null;
      const suspension: Suspension = { ...made, ...UNCONFIRMED, exclusion };
      await new Suspensions(tx).add(suspension, entries[0] ?? 0);
      return { suspension, entries, position: (entries.at(-1) ?? 0) + 1 };
    });
  }
}

const UNCONFIRMED = { state: 'unconfirmed', confirmedBy: null, confirmedAt: null } as const;

type NewSuspension = Omit<Suspension, keyof typeof UNCONFIRMED | 'exclusion'>;

async function planOf(
  tx: EntityManager,
  { id, vendor, list, authority, reason, suspendedAt, lapsesAt }: NewSuspension,
  { records, standing }: { readonly records: string[]; readonly standing: readonly Timeline[] },
  { agency }: Caller,
): Promise<SuspensionPlan> {
  const period = { from: suspendedAt, to: lapsesAt };
  const listings = planSuspension(standing, { id, vendor, list, period, authority });
  if (list !== null) return { listings, exclusion: null };
  await requireUnmerged(tx, [vendor]);
  const known = await new Exclusions(tx).known({ vendors: records, articles: false });
  const exclusion = planVendorSuspension(
    known.map(({ timeline }) => timeline),
    {
      ...{ exclusion: v7(), suspension: id, vendor, agency, cause: reason },
      ...{ period, authority },
    },
  );
  return { listings, exclusion };
}

/**
 * When an unconfirmed suspension ends: the earliest that the policies of the lists concerned say, which it holds; by
 * the rules' own default where there is none.
 */
async function lapseOf(
  tx: EntityManager,
  list: string | null,
  standing: readonly Timeline[],
  from: Date,
): Promise<Date> {
  const lapses: number[] = [];
  for (const code of list === null ? listsOf(standing, from) : [list]) {
    const { policy } = await new ApprovedLists(tx).hold(code);
    lapses.push(after(from, policy.suspensionLapsesAfter).getTime());
  }
  if (lapses.length === 0) return after(from, DEFAULT_POLICY.suspensionLapsesAfter);
  return new Date(Math.min(...lapses));
}

/** Codes of the lists that a vendor stands on from an instant on, in order, so that no two transactions wait for each other. */
function listsOf(standing: readonly Timeline[], from: Date): string[] {
  const open = standing.filter((timeline) =>
    touches(timeline, onwards(from), ['listed', 'suspended']),
  );
  return [...new Set(open.map((timeline) => timeline[0]?.list ?? ''))].sort();
}
