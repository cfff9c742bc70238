import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import { History } from '../history/history';
import { ApprovedLists } from '../lists/approved-lists';
import { after } from '../lists/domain/approved-list';
import { NotListed } from '../lists/domain/errors';
import { planSuspension } from '../lists/domain/suspend-listing';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { Vendors } from '../vendors/vendors';
import type { Notice } from './domain/proposal';
import { personOf } from './person';
import { recordPlans } from './record-plans';
import { Suspensions, type Suspension } from './suspensions';

export interface SuspensionOrder {
  readonly vendor: string;
  /** null: on every list. */
  readonly list: string | null;
  readonly authority: Authority;
  readonly reason: string;
  readonly notice?: Notice | undefined;
}

/** Suspends a vendor's listings at once, by one person; it lapses unless another confirms it in time. */
@Injectable()
export class Suspend {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {VendorNotFound} @throws {ListNotFound}
   * @throws {NotListed} when nothing of the vendor's is listed
   * @throws {AlreadySuspended} when a suspension holds
   */
  execute(
    order: SuspensionOrder,
    caller: Caller,
  ): Promise<{ suspension: Suspension; entries: number[]; position: number }> {
    const suspendedBy = personOf(caller);
    const { vendor, list, authority, reason, notice } = order;
    const id = v7();
    return this.dataSource.transaction(async (tx) => {
      await new Vendors(tx).lockAll([vendor]);
      const suspendedAt = await new History(tx).present(this.clock.now());
      const standing = await new Listings(tx).of(vendor, list);
      const lapsesAt = await lapseOf(tx, order, standing, suspendedAt);
      const period = { from: suspendedAt, to: lapsesAt };
      const plans = planSuspension(standing, { id, vendor, list, period, authority });
      const draft = {
        ...{ type: 'listing.suspended' as const, actor: actorOf(caller) },
        ...{ authority, reason, vendors: [vendor] },
      };
      const planned = plans.map((plan) => ({ draft, plan }));
      const entries = await recordPlans(tx, planned, { now: suspendedAt, notice });
      const made = { id, vendor, list, authority, reason, suspendedBy, suspendedAt, lapsesAt };
      const suspension = { ...made, confirmed: false, confirmedBy: null, confirmedAt: null };
      await new Suspensions(tx).add(suspension, entries[0] ?? 0);
      return { suspension, entries, position: (entries.at(-1) ?? 0) + 1 };
    });
  }
}

/** When an unconfirmed suspension ends: the earliest that the policies of the lists concerned say. */
async function lapseOf(
  tx: EntityManager,
  { vendor, list }: SuspensionOrder,
  standing: readonly Timeline[],
  from: Date,
): Promise<Date> {
  const codes = list === null ? standing.map((timeline) => timeline[0]?.list ?? '') : [list];
  if (codes.length === 0) throw new NotListed(vendor, 'any list');
  const lapses: number[] = [];
  for (const code of [...new Set(codes)].sort()) {
    const { policy } = await new ApprovedLists(tx).hold(code);
    lapses.push(after(from, policy.suspensionLapsesAfter).getTime());
  }
  return new Date(Math.min(...lapses));
}
