import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { ApprovedLists } from '../lists/approved-lists';
import type { ApprovedList } from '../lists/domain/approved-list';
import { Vendors } from '../vendors/vendors';
import {
  applyContent,
  MAX_TOLD_ROWS,
  vendorsOf,
  vendorsTold,
  type Carrying,
} from './apply-content';
import { digestOf, type Proposal, type ProposalContent } from './domain/proposal';
import { personOf } from './person';
import { Proposals } from './proposals';

/** Asks for a change that another person must approve. Changes nothing by itself. */
@Injectable()
export class Propose {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Refuses now whatever approval would have to refuse now. @throws the refusals of `applyContent` */
  execute(
    content: ProposalContent,
    caller: Caller,
  ): Promise<{ proposal: Proposal; position: number }> {
    const proposedBy = personOf(caller);
    const { canonical, sha256 } = digestOf(content);
    const id = v7();
    return this.dataSource.transaction(async (tx) => {
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const stamp = { id, sha256, proposedBy, approvedBy: [] };
      const vendors = vendorsOf(content);
      await new Vendors(tx).lockAll(vendors);
      const list = await new ApprovedLists(tx).hold(content.list);
      const approvalsNeeded = personsNeeded(list, content) - 1;
      await tryOut(tx, content, { list, proposal: stamp, actor: actorOf(caller), now });
      const basis = await history.append(
        {
          type: 'proposal.made',
          actor: actorOf(caller),
          authority: content.authority,
          reason: content.reason,
          proposal: stamp,
          list: content.list,
          vendors: vendorsTold(content),
          before: null,
          after: toldOf(content),
        },
        now,
      );
      const made = { id, content, sha256, vendors, approvalsNeeded, basis, proposedBy };
      const proposal: Proposal = { ...made, ...WAITING, proposedAt: now };
      await new Proposals(tx).add(proposal, canonical);
      return { proposal, position: basis + 1 };
    });
  }
}

const WAITING = {
  state: 'pending',
  approvedBy: [],
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  entries: [],
} as const;

/** How many persons the list's policy asks for, the proposer among them. An import is many listings. */
export const personsNeeded = (
  { policy }: ApprovedList,
  { action }: Pick<ProposalContent, 'action'>,
): number => policy.approvals[action === 'import' ? 'list' : action];

/** Carries a change out and undoes it, so that what can't be approved is refused when it is proposed. */
async function tryOut(
  tx: EntityManager,
  content: ProposalContent,
  carrying: Carrying,
): Promise<void> {
  await tx.query('SAVEPOINT try_out');
  await applyContent(tx, content, carrying);
  await tx.query('ROLLBACK TO SAVEPOINT try_out');
}

/** What the entry tells of the change: all of it, or the size of an import that is too long for one entry. */
function toldOf(content: ProposalContent): object {
  if (content.action !== 'import' || content.listings.length <= MAX_TOLD_ROWS) return content;
  const { listings, ...rest } = content;
  return { ...rest, rows: listings.length };
}
