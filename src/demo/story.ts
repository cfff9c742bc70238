import type { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { actorOf } from '../access/caller';
import type { Authority } from '../history/domain/authority';
import { CreateList } from '../lists/create-list';
import { ApproveProposal } from '../proposals/approve-proposal';
import { ConfirmSuspension } from '../proposals/confirm-suspension';
import type { ProposalContent } from '../proposals/domain/proposal';
import { Propose } from '../proposals/propose';
import { Suspend } from '../proposals/suspend';
import { RegisterVendor, type VendorRegistration } from '../vendors/register-vendor';
import {
  INVENTED,
  INVENTED_VENDORS,
  KASPERSKY,
  LISTS,
  REMOVALS,
  type InventedVendor,
} from './demonstration';
import type { ReplayedClock } from './replayed-clock';

/** Something that happens on a day of the story. */
interface Event {
  readonly on: string;
  readonly happen: () => Promise<void>;
}

/** Tells the demonstration through the registry's own use cases, day by day. */
export class Story {
  private readonly events: Event[] = [];

  /** @param proposer and approver: the two admins of the demonstration */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: ReplayedClock,
    private readonly proposer: Caller,
    private readonly approver: Caller,
  ) {}

  async tell(): Promise<void> {
    for (const list of LISTS) await this.openList(list);
    const kaspersky = await this.register(KASPERSKY);
    for (const [index, { code }] of LISTS.entries())
      await this.listKaspersky(kaspersky, code, index);
    for (const vendor of INVENTED_VENDORS) await this.listInvented(vendor);
    for (const { learnedAt, ...removal } of REMOVALS) {
      const content = { action: 'remove', vendor: kaspersky, ...removal } as const;
      this.later(learnedAt, () => this.change(content));
    }
    for (const { on, happen } of this.events.sort((a, b) => a.on.localeCompare(b.on))) {
      this.clock.turnTo(on);
      await happen();
    }
  }

  private openList(list: (typeof LISTS)[number]): Promise<unknown> {
    const creation = { ...list, policy: {}, reason: 'Opened for the demonstration.' };
    return new CreateList(this.dataSource, this.clock).execute(creation, actorOf(this.proposer));
  }

  private async register(registration: VendorRegistration): Promise<string> {
    const use = new RegisterVendor(this.dataSource, this.clock);
    const { vendor } = await use.execute(registration, actorOf(this.proposer));
    return vendor.id;
  }

  private listKaspersky(vendor: string, list: string, index: number): Promise<void> {
    return this.change({
      ...{ action: 'list', vendor, list, contractNumber: `DEMO-KL-${index + 1}`, categories: [] },
      ...{ effectiveFrom: '2015-01-01T00:00:00.000Z', effectiveTo: null },
      authority: INVENTED,
      reason: 'Kaspersky Lab stood on this list before 2017; the first day is invented.',
    });
  }

  private async listInvented({
    name,
    uei,
    cage,
    list,
    categories,
    fate,
  }: InventedVendor): Promise<void> {
    const identifiers = [
      { scheme: 'uei', value: uei },
      { scheme: 'cage', value: cage },
    ];
    const vendor = await this.register({ name, country: 'US', identifiers, names: [] });
    await this.change({
      ...{ action: 'list', vendor, list, contractNumber: `DEMO-${uei.slice(0, 4)}`, categories },
      effectiveFrom: '2016-01-01T00:00:00.000Z',
      effectiveTo: fate.kind === 'expired' ? fate.on : null,
      ...{ authority: INVENTED, reason: 'An invented vendor of the demonstration.' },
    });
    this.foresee(vendor, list, fate);
  }

  private foresee(vendor: string, list: string, fate: InventedVendor['fate']): void {
    const said = { authority: INVENTED, reason: 'Invented for the demonstration.' };
    const change = (action: 'remove' | 'reinstate') => () =>
      this.change({ action, vendor, list, effectiveFrom: null, ...said });
    switch (fate.kind) {
      case 'good-standing':
      case 'expired':
        return;
      case 'suspended':
        this.later(fate.on, () => this.suspend(vendor, list, said));
        return;
      case 'removed':
        this.later(fate.on, change('remove'));
        return;
      case 'reinstated':
        this.later(fate.removedOn, change('remove'));
        this.later(fate.on, change('reinstate'));
    }
  }

  private later(on: string, happen: () => Promise<void>): void {
    this.events.push({ on, happen });
  }

  /** One admin proposes, the other approves. */
  private async change(content: ProposalContent): Promise<void> {
    const propose = new Propose(this.dataSource, this.clock);
    const { proposal } = await propose.execute(content, this.proposer);
    const approve = new ApproveProposal(this.dataSource, this.clock);
    await approve.execute(proposal.id, proposal.sha256, this.approver);
  }

  private async suspend(
    vendor: string,
    list: string,
    said: { authority: Authority; reason: string },
  ): Promise<void> {
    const suspend = new Suspend(this.dataSource, this.clock);
    const { suspension } = await suspend.execute({ vendor, list, ...said }, this.proposer);
    await new ConfirmSuspension(this.dataSource, this.clock).execute(suspension.id, this.approver);
  }
}
