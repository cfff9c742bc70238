import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { planVendorConfirmation } from '../exclusions/domain/suspend-vendor';
import { Exclusions } from '../exclusions/exclusions';
import { History } from '../history/history';
import { SuspensionLapsed } from '../lists/domain/errors';
import { planConfirmation } from '../lists/domain/suspend-listing';
import { Listings } from '../lists/listings';
import { Vendors } from '../vendors/vendors';
import { SamePerson } from './domain/errors';
import { personOf } from './person';
import { recordLapses } from './record-lapses';
import { recordSuspension, type Suspended, type SuspensionPlan } from './record-suspension';
import { Suspensions, type Suspension } from './suspensions';

/** Makes a suspension last, by a second person, until it is ended: listings and exclusion each by a change of theirs. */
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
  async execute(id: string, caller: Caller): Promise<Suspended> {
    const person = personOf(caller);
    const { vendor } = await this.dataSource.transaction((tx) =>
      new Suspensions(tx).read(id, this.clock.now()),
    );
    await recordLapses(this.dataSource, this.clock, vendor);
    return this.dataSource.transaction(async (tx) => {
      const suspensions = new Suspensions(tx);
      const now = await holdForChange(tx, id, this.clock);
      const suspension = await suspensions.read(id, now);
      requireConfirmable(suspension, person);
      const plan = await planOf(tx, suspension, now);
      const given = { ...suspension, actor: actorOf(caller), now };
      const entries = await recordSuspension(tx, plan, 'suspension-confirmed', given);
      await suspensions.confirm(id, person, now, entries[0] ?? 0);
      const confirmed = await suspensions.read(id, now);
      return { suspension: confirmed, entries, position: (entries.at(-1) ?? 0) + 1 };
    });
  }
}

/** Holds a suspension and what it is of, in the order that all transactions keep, and gives the present after that. */
async function holdForChange(tx: EntityManager, id: string, clock: Clock): Promise<Date> {
  const suspensions = new Suspensions(tx);
  const { vendor, exclusion } = await suspensions.read(id, clock.now());
  const standing = (await new Listings(tx).suspendedBy(id)).flat();
  await new Vendors(tx).lockAll([...new Set([vendor, ...standing.map((part) => part.vendor)])]);
  if (exclusion !== null) await new Exclusions(tx).lock(exclusion);
  await suspensions.lock(id);
  return new History(tx).present(clock.now());
}

/** @throws {SamePerson} @throws {SuspensionLapsed} */
function requireConfirmable({ id, state, suspendedBy }: Suspension, person: string): void {
  if (person === suspendedBy) throw new SamePerson('suspended this vendor');
  if (state !== 'unconfirmed') throw new SuspensionLapsed(id, state);
}

async function planOf(
  tx: EntityManager,
  suspension: Suspension,
  now: Date,
): Promise<SuspensionPlan> {
  const { id, exclusion } = suspension;
  const listings = planConfirmation(await new Listings(tx).suspendedBy(id), suspension, now);
  if (exclusion === null) return { listings, exclusion: null };
  const timeline = await new Exclusions(tx).timeline(exclusion);
  return { listings, exclusion: planVendorConfirmation(timeline, suspension, now) };
}
