import type { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { actorOf } from '../access/caller';
import { ReportMilestone, type MilestoneDone } from '../exclusions/report-milestone';
import { ImpactOfChange } from '../exposure/impact';
import { Entries } from '../history/entries';
import { CreateList } from '../lists/create-list';
import type { GivenStep } from '../proceedings/domain/take-step';
import { OpenProceeding, type ProceedingOrder } from '../proceedings/open-proceeding';
import { RecordStep } from '../proceedings/record-step';
import { ApproveProposal } from '../proposals/approve-proposal';
import { ConfirmSuspension } from '../proposals/confirm-suspension';
import type { ProposalContent } from '../proposals/domain/proposal';
import { Propose } from '../proposals/propose';
import { Suspend } from '../proposals/suspend';
import { RecordAffiliation } from '../vendors/record-affiliation';
import { RegisterVendor, type VendorRegistration } from '../vendors/register-vendor';
import type { DemoCaller } from './demo-credentials';
import type { LISTS } from './demonstration';
import type { ReplayedClock } from './replayed-clock';
import type { Said, ToldAffiliation } from './told';

/** What can happen in the story, each by the registry's own use case. */
export class Telling {
  private readonly idOf = new Map<string, string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: ReplayedClock,
    private readonly callers: Readonly<Record<DemoCaller, Caller>>,
  ) {}

  async openList(list: (typeof LISTS)[number]): Promise<void> {
    const creation = { ...list, policy: {}, reason: 'Opened for the demonstration.' };
    await new CreateList(this.dataSource, this.clock).execute(
      creation,
      actorOf(this.callers.admin),
    );
  }

  async register(registration: VendorRegistration): Promise<void> {
    const use = new RegisterVendor(this.dataSource, this.clock);
    const { vendor } = await use.execute(registration, actorOf(this.callers.admin));
    this.idOf.set(vendor.name, vendor.id);
  }

  /** The id of a vendor that is registered, by its legal name. */
  idOfVendor(name: string): string {
    const id = this.idOf.get(name);
    if (id === undefined) throw new Error(`The story knows no ${name}.`);
    return id;
  }

  async affiliate({ vendor, other, relation, ...said }: ToldAffiliation): Promise<void> {
    const always = { effectiveFrom: null, effectiveTo: null, corrects: undefined };
    await new RecordAffiliation(this.dataSource, this.clock).execute(
      this.idOfVendor(vendor),
      { relation, other: this.idOfVendor(other), ...always, ...said },
      actorOf(this.callers.admin),
    );
  }

  /** One admin proposes, the other approves. @returns the id of the exclusion that it is about, if it is about one */
  async change(content: ProposalContent): Promise<string | undefined> {
    const propose = new Propose(this.dataSource, this.clock, new ImpactOfChange());
    const { proposal } = await propose.execute(content, this.callers.admin);
    const approve = new ApproveProposal(this.dataSource, this.clock);
    const { id, sha256 } = proposal;
    const { entries } = (await approve.execute(id, sha256, this.callers.admin2)).proposal;
    const { exclusion } = await new Entries(this.dataSource.manager).read(entries[0] ?? 0);
    return typeof exclusion === 'string' ? exclusion : undefined;
  }

  /** @returns the id of the suspension */
  async suspend(vendor: string, list: string, said: Said): Promise<string> {
    const order = { vendor: this.idOfVendor(vendor), list, ...said };
    const suspend = new Suspend(this.dataSource, this.clock);
    return (await suspend.execute(order, this.callers.admin)).suspension.id;
  }

  async confirm(suspension: string): Promise<void> {
    await new ConfirmSuspension(this.dataSource, this.clock).execute(
      suspension,
      this.callers.admin2,
    );
  }

  /** The agency of the procurement system says that it has done what an exclusion asks. */
  async report(done: MilestoneDone): Promise<void> {
    const report = new ReportMilestone(this.dataSource, this.clock);
    await report.execute(done, this.callers.procurement);
  }

  /** @returns the id of the proceeding */
  async openProceeding(order: ProceedingOrder): Promise<string> {
    const open = new OpenProceeding(this.dataSource, this.clock);
    return (await open.execute(order, this.callers.admin)).proceeding.id;
  }

  async takeStep(proceeding: string, step: GivenStep): Promise<void> {
    await new RecordStep(this.dataSource, this.clock).execute(proceeding, step, this.callers.admin);
  }
}
