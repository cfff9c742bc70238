import type { DataSource } from 'typeorm';
import type { Caller } from '../../src/access/caller';
import type { Clock } from '../../src/clock/clock';
import type { Actor } from '../../src/history/domain/entry';
import { CreateList, type ListCreation } from '../../src/lists/create-list';
import { ApproveProposal } from '../../src/proposals/approve-proposal';
import type { ListChange, StandingChange } from '../../src/proposals/domain/proposal';
import { Propose } from '../../src/proposals/propose';
import type { Vendor } from '../../src/vendors/domain/vendor';
import { RegisterVendor, type VendorRegistration } from '../../src/vendors/register-vendor';

const LAWFUL = {
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

  private async change(terms: Change): Promise<number> {
    const content = { list: 'a-list', ...LAWFUL, ...terms } as ListChange & typeof LAWFUL;
    const { proposal } = await new Propose(this.dataSource, this.clock).execute(content, ADMIN);
    const { position } = await new ApproveProposal(this.dataSource, this.clock).execute(
      proposal.id,
      proposal.sha256,
      ADMIN_2,
    );
    return position;
  }
}
