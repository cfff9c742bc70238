import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { SuspensionLapsed } from '../lists/domain/errors';
import { planConfirmation } from '../lists/domain/suspend-listing';
import { Listings } from '../lists/listings';
import { Vendors } from '../vendors/vendors';
import { SamePerson } from './domain/errors';
import { personOf } from './person';
import { recordPlans } from './record-plans';
import { Suspensions, type Suspension } from './suspensions';

/** Makes a suspension last, by a second person, until a reinstatement or a removal ends it. */
@Injectable()
export class ConfirmSuspension {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {SuspensionNotFound} when there is none
   * @throws {SamePerson} when the person behind the caller suspended
   * @throws {SuspensionLapsed} when it has lapsed, was ended, or was confirmed before
   */
  execute(
    id: string,
    caller: Caller,
  ): Promise<{ suspension: Suspension; entries: number[]; position: number }> {
    const person = personOf(caller);
    return this.dataSource.transaction(async (tx) => {
      const suspensions = new Suspensions(tx);
      const suspension = await suspensions.lock(id);
      const { vendor, list, authority, reason, suspendedBy, confirmed } = suspension;
      if (person === suspendedBy) throw new SamePerson('suspended this vendor');
      if (confirmed) throw new SuspensionLapsed(id, 'confirmed already');
      await new Vendors(tx).lockAll([vendor]);
      const now = await new History(tx).present(this.clock.now());
      const plans = planConfirmation(await new Listings(tx).of(vendor, list), id, now);
      if (plans.length === 0) throw new SuspensionLapsed(id, 'over');
      const draft = {
        ...{ type: 'listing.suspension-confirmed' as const, actor: actorOf(caller) },
        ...{ authority, reason, vendors: [vendor] },
      };
      const planned = plans.map((plan) => ({ draft, plan }));
      const entries = await recordPlans(tx, planned, { now });
      const [first = 0] = entries;
      await suspensions.confirm(id, person, now, first);
      return { suspension: await suspensions.read(id), entries, position: first + entries.length };
    });
  }
}
