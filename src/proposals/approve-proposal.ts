import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { ApprovedLists } from '../lists/approved-lists';
import { Listings } from '../lists/listings';
import { Vendors } from '../vendors/vendors';
import { applyContent, vendorsTold, type Carrying } from './apply-content';
import { ProposalStale } from './domain/errors';
import { requireApprovable, type Proposal } from './domain/proposal';
import { personOf } from './person';
import { personsNeeded } from './propose';
import { Proposals } from './proposals';

/** Approves a change; the last approval that it needs carries it out. */
@Injectable()
export class ApproveProposal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sha256 digest of what the approver has read
   * @throws {ProposalNotFound} when there is none
   * @throws {ProposalDecided} when it no longer waits
   * @throws {SamePerson} when the person behind the caller proposed it or has approved it
   * @throws {ProposalAltered} when the digest is another
   * @throws {ProposalStale} when the facts have changed since it was made
   */
  execute(
    id: string,
    sha256: string,
    caller: Caller,
  ): Promise<{ proposal: Proposal; position: number }> {
    const person = personOf(caller);
    return this.dataSource.transaction(async (tx) => {
      const proposals = new Proposals(tx);
      const proposal = await proposals.lock(id);
      requireApprovable(proposal, person, sha256);
      await new Vendors(tx).lockAll(proposal.vendors);
      await requireFresh(tx, proposal);
      const list = await new ApprovedLists(tx).hold(proposal.content.list);
      const needed = personsNeeded(list, proposal.content) - 1;
      const approvedBy = [...proposal.approvedBy, person];
      const last = approvedBy.length >= Math.max(proposal.approvalsNeeded, needed);
      const now = await new History(tx).present(this.clock.now());
      const stamp = { id, sha256, proposedBy: proposal.proposedBy, approvedBy };
      const carrying = { list, proposal: stamp, actor: actorOf(caller), now };
      const position = await recordApproval(tx, proposal, carrying, last ? 'approved' : 'pending');
      await proposals.addApproval(id, person, now, position);
      if (last) {
        const entries = await applyContent(tx, proposal.content, carrying);
        const decision = { state: 'approved', person, at: now, reason: null } as const;
        await proposals.decide(id, { ...decision, entries, position });
      }
      return { proposal: await proposals.read(id), position: (await new History(tx).head()).size };
    });
  }
}

function recordApproval(
  tx: EntityManager,
  { content }: Proposal,
  { proposal, actor, now }: Carrying,
  state: 'approved' | 'pending',
): Promise<number> {
  return new History(tx).append(
    {
      type: state === 'approved' ? 'proposal.approved' : 'proposal.endorsed',
      ...{ actor, proposal, list: content.list, vendors: vendorsTold(content) },
      before: { state: 'pending' },
      after: { state, approvedBy: proposal.approvedBy },
    },
    now,
  );
}

/** @throws {ProposalStale} when a vendor's standing on the list has changed since the proposal */
async function requireFresh(
  tx: EntityManager,
  { id, vendors, content, basis }: Proposal,
): Promise<void> {
  const listings = new Listings(tx);
  for (const vendor of vendors) {
    if (await listings.changedSince(vendor, content.list, basis)) {
      throw new ProposalStale(id, vendor);
    }
  }
}
