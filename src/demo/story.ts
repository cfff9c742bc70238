import type { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { ACRONIS_REMOVAL, FASCSA_ORDER } from './acronis';
import type { DemoCaller } from './demo-credentials';
import { EARLIER_LISTINGS, INVENTED, LISTS } from './demonstration';
import { COVERED_LIST_ORDERS } from './fcc-covered-list';
import {
  INVENTED_AFFILIATION,
  INVENTED_MERGE,
  INVENTED_ORDERS,
  INVENTED_PROCEEDING,
} from './invented-orders';
import { INVENTED_VENDORS, type InventedVendor } from './invented-vendors';
import { KASPERSKY_ORDERS, KASPERSKY_REMOVALS } from './kaspersky';
import { PUBLIC_AFFILIATIONS, PUBLIC_VENDORS } from './public-vendors';
import type { ReplayedClock } from './replayed-clock';
import { SECTION_889_ORDERS } from './section-889';
import { Telling } from './telling';
import type { ToldOrder, ToldProceeding, ToldRemoval } from './told';

/** Something that happens on a day of the story. */
interface Event {
  readonly on: string;
  readonly happen: () => Promise<unknown>;
}

/** Tells the demonstration through the registry's own use cases, day by day. */
export class Story {
  private readonly events: Event[] = [];
  private readonly telling: Telling;

  constructor(
    dataSource: DataSource,
    private readonly clock: ReplayedClock,
    callers: Readonly<Record<DemoCaller, Caller>>,
  ) {
    this.telling = new Telling(dataSource, clock, callers);
  }

  async tell(): Promise<void> {
    await this.open();
    for (const removal of [...KASPERSKY_REMOVALS, ACRONIS_REMOVAL]) this.foreseeRemoval(removal);
    for (const order of ORDERS) this.foreseeOrder(order);
    for (const vendor of INVENTED_VENDORS) this.foreseeFate(vendor);
    this.foreseeProceeding(INVENTED_PROCEEDING);
    this.foreseeMerge();
    for (const { on, happen } of this.events.sort((a, b) => a.on.localeCompare(b.on))) {
      this.clock.turnTo(on);
      await happen();
    }
  }

  /** What stood before the story begins. */
  private async open(): Promise<void> {
    for (const list of LISTS) await this.telling.openList(list);
    for (const vendor of PUBLIC_VENDORS) await this.telling.register(vendor);
    for (const vendor of INVENTED_VENDORS) await this.register(vendor);
    for (const affiliation of [...PUBLIC_AFFILIATIONS, INVENTED_AFFILIATION]) {
      await this.telling.affiliate(affiliation);
    }
    for (const { vendor, ...listing } of EARLIER_LISTINGS) {
      await this.telling.change({
        ...{ action: 'list', vendor: this.telling.idOfVendor(vendor), categories: [] },
        ...{ effectiveFrom: '2015-01-01T00:00:00.000Z', effectiveTo: null },
        ...listing,
      });
    }
    for (const vendor of INVENTED_VENDORS) await this.list(vendor);
  }

  private register({ name, uei, cage }: InventedVendor): Promise<void> {
    const identifiers = [
      { scheme: 'uei', value: uei },
      { scheme: 'cage', value: cage },
    ];
    return this.telling.register({ name, country: 'US', identifiers, names: [] });
  }

  private async list({ name, uei, list, categories, fate }: InventedVendor): Promise<void> {
    if (list === null) return;
    const vendor = this.telling.idOfVendor(name);
    await this.telling.change({
      ...{ action: 'list', vendor, list, contractNumber: `DEMO-${uei.slice(0, 4)}`, categories },
      effectiveFrom: '2016-01-01T00:00:00.000Z',
      effectiveTo: fate.kind === 'expired' ? fate.on : null,
      ...INVENTED,
    });
  }

  private foreseeRemoval({ learnedAt, vendor, ...removal }: ToldRemoval): void {
    this.later(learnedAt, () =>
      this.telling.change({
        ...{ action: 'remove', vendor: this.telling.idOfVendor(vendor) },
        ...removal,
      }),
    );
  }

  private foreseeOrder({
    learnedAt,
    vendor,
    terms,
    later,
    reports = [],
    ...order
  }: ToldOrder): void {
    let exclusion = '';
    this.later(learnedAt, async () => {
      const named = { ...terms, vendor: this.telling.idOfVendor(vendor) };
      exclusion =
        (await this.telling.change({ action: 'exclude', exclusion: named, ...order })) ?? '';
    });
    for (const { learnedAt: on, ...change } of later) {
      this.later(on, () => this.telling.change({ ...change, exclusion }));
    }
    for (const { learnedAt: on, ...done } of reports) {
      this.later(on, () => this.telling.report({ ...done, exclusion }));
    }
  }

  private foreseeProceeding({ vendor, openedAt, steps, ...order }: ToldProceeding): void {
    let proceeding = '';
    this.later(openedAt, async () => {
      const against = this.telling.idOfVendor(vendor);
      proceeding = await this.telling.openProceeding({ vendor: against, ...order });
    });
    for (const { learnedAt, step } of steps) {
      this.later(learnedAt, () => this.telling.takeStep(proceeding, step));
    }
  }

  private foreseeFate({ name, list, fate }: InventedVendor): void {
    if (list === null) return;
    const change = (action: 'remove' | 'reinstate') => () => {
      const vendor = this.telling.idOfVendor(name);
      return this.telling.change({ action, vendor, list, effectiveFrom: null, ...INVENTED });
    };
    switch (fate.kind) {
      case 'good-standing':
      case 'expired':
        return;
      case 'suspended': {
        let suspension = '';
        this.later(fate.on, async () => {
          suspension = await this.telling.suspend(name, list, INVENTED);
        });
        this.later(fate.confirmedOn, () => this.telling.confirm(suspension));
        return;
      }
      case 'removed':
        this.later(fate.on, change('remove'));
        return;
      case 'reinstated':
        this.later(fate.removedOn, change('remove'));
        this.later(fate.on, change('reinstate'));
    }
  }

  private foreseeMerge(): void {
    const { learnedAt, survivor, duplicate } = INVENTED_MERGE;
    this.later(learnedAt, () =>
      this.telling.change({
        ...{ action: 'merge-vendors', vendor: this.telling.idOfVendor(survivor) },
        ...{ duplicate: this.telling.idOfVendor(duplicate), ...INVENTED },
      }),
    );
  }

  private later(on: string, happen: Event['happen']): void {
    this.events.push({ on, happen });
  }
}

/** Everything that bars buying in the story. */
const ORDERS: readonly ToldOrder[] = [
  ...[...KASPERSKY_ORDERS, ...SECTION_889_ORDERS, ...COVERED_LIST_ORDERS, FASCSA_ORDER],
  ...INVENTED_ORDERS,
];
