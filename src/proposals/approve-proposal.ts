import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { Exclusions } from '../exclusions/exclusions';
import { Listings } from '../lists/listings';
import { parsePair } from '../screening/decisions/domain/pair';
import { changedOfPair } from '../screening/decisions/pair-changes';
import { Affiliations } from '../vendors/affiliations';
import { VendorMerges } from '../vendors/vendor-merges';
import { applyContent, hold } from './apply-content';
import type { Carrying } from './carrying';
import { ProposalStale } from './domain/errors';
import { requireApprovable, type Proposal } from './domain/proposal';
import { personOf } from './person';
import { personsNeeded } from './propose';
import { Proposals } from './proposals';
import { subjectIn, toldSubject, type Subject } from './subject';

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
      const subject = subjectIn(proposal);
      const held = await hold(tx, subject);
      const now = await new History(tx).present(this.clock.now());
      await requireFresh(tx, proposal, now);
      const needed = personsNeeded(held.list, proposal.content) - 1;
      const approvedBy = [...proposal.approvedBy, person];
      const last = approvedBy.length >= Math.max(proposal.approvalsNeeded, needed);
      const stamp = { id, sha256, proposedBy: proposal.proposedBy, approvedBy };
      const carrying = { ...held, subject, proposal: stamp, actor: actorOf(caller), now };
      const position = await recordApproval(tx, carrying, last ? 'approved' : 'pending');
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
  { proposal, actor, now, subject }: Carrying & { readonly subject: Subject },
  state: 'approved' | 'pending',
): Promise<number> {
  return new History(tx).append(
    {
      type: state === 'approved' ? 'proposal.approved' : 'proposal.endorsed',
      ...{ actor, proposal, ...toldSubject(subject) },
      before: { state: 'pending' },
      after: { state, approvedBy: proposal.approvedBy },
    },
    now,
  );
}

/** @throws {ProposalStale} when what the proposal is about has changed since it was made */
async function requireFresh(tx: EntityManager, proposal: Proposal, now: Date): Promise<void> {
  const { id, vendors, list, exclusion, basis, content } = proposal;
  const stale = (what: string, changed: boolean): void => {
    if (changed) throw new ProposalStale(id, what);
  };
  if (exclusion !== null) {
    stale(`exclusion ${exclusion}`, await new Exclusions(tx).changedSince(exclusion, basis));
  }
  if (content.action === 'end-affiliation') {
    const { affiliation } = content;
    stale(
      `affiliation ${affiliation}`,
      await new Affiliations(tx).changedSince(affiliation, basis),
    );
  }
  if (content.action === 'decide-match') {
    const changed = await changedOfPair(tx, parsePair(content), { basis, now });
    if (changed !== null) throw new ProposalStale(id, changed);
  }
  for (const vendor of vendors) {
    const listed = list !== null && (await new Listings(tx).changedSince(vendor, list, basis));
    stale(`vendor ${vendor}`, listed || (await new VendorMerges(tx).changedSince(vendor, basis)));
  }
}
