import type { DataSource } from 'typeorm';
import type { Caller } from '../../src/access/caller';
import type { Clock } from '../../src/clock/clock';
import type { Actor } from '../../src/history/domain/entry';
import { CreateList, type ListCreation } from '../../src/lists/create-list';
import { ApproveProposal } from '../../src/proposals/approve-proposal';
import type {
  ListChange,
  Proposal,
  ProposalContent,
  StandingChange,
} from '../../src/proposals/domain/proposal';
import { ImpactOfChange } from '../../src/exposure/impact';
import { Propose } from '../../src/proposals/propose';
import type { Vendor } from '../../src/vendors/domain/vendor';
import { RegisterVendor, type VendorRegistration } from '../../src/vendors/register-vendor';

/** Why a change in a test is lawful. */
export const LAWFUL = {
  authority: { citation: 'FAR 9.406-2', office: 'GSA Suspension and Debarment Division' },
  reason: 'for the test',
};

const anAdmin = (person: string): Caller => ({
  ...{ id: person, kind: 'person', name: person, agency: 'GSA', roles: ['admin'], person },
});

export const ADMIN = anAdmin('01980000-0000-7000-8000-000000000a01');
export const ADMIN_2 = anAdmin('01980000-0000-7000-8000-000000000a02');

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

type Change = Partial<ListChange | StandingChange> & { readonly vendor: string };

/** Changes of a registry through its use cases, on one connection and by one clock. */
export class Changes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A list `a-list` with the categories a, b and c. */
  async openList(terms: Partial<ListCreation> = {}): Promise<string> {
    const { code } = await new CreateList(this.dataSource, this.clock).execute(
      {
        ...{ code: 'a-list', name: 'A List', owner: 'GSA', policy: {} },
        categories: ['a', 'b', 'c'].map((category) => ({ code: category, title: category })),
        ...terms,
      },
      OPERATOR,
    );
    return code;
  }

  async register(terms: Partial<VendorRegistration> = {}): Promise<Vendor> {
    const { vendor } = await new RegisterVendor(this.dataSource, this.clock).execute(
      { name: 'Acme Widgets LLC', country: 'US', identifiers: [], names: [], ...terms },
      OPERATOR,
    );
    return vendor;
  }

  /** Lists a vendor on `a-list`, for all its categories, from 2020 on. @returns the new size of the history */
  list(vendor: string, terms: Partial<ListChange> = {}): Promise<number> {
    return this.change({
      ...{ action: 'list', vendor, contractNumber: null, categories: [] },
      ...{ effectiveFrom: '2020-01-01T00:00:00.000Z', effectiveTo: null },
      ...terms,
    });
  }

  /** Takes a vendor off `a-list`, from now on. @returns the new size of the history */
  remove(vendor: string, terms: Partial<StandingChange> = {}): Promise<number> {
    return this.change({ action: 'remove', vendor, effectiveFrom: null, ...terms });
  }

  /** Proposes a change and approves it. @returns the new size of the history */
  async carryOut(content: ProposalContent): Promise<number> {
    return this.approve(await this.propose(content));
  }

  async propose(content: ProposalContent): Promise<Proposal> {
    const propose = new Propose(this.dataSource, this.clock, new ImpactOfChange());
    return (await propose.execute(content, ADMIN)).proposal;
  }

  /** @returns the new size of the history */
  async approve({ id, sha256 }: Proposal): Promise<number> {
    const approve = new ApproveProposal(this.dataSource, this.clock);
    return (await approve.execute(id, sha256, ADMIN_2)).position;
  }

  private change(terms: Change): Promise<number> {
    return this.carryOut({ list: 'a-list', ...LAWFUL, ...terms } as ProposalContent);
  }
}
