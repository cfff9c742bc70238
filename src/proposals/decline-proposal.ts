import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { NotProposer, SamePerson } from './domain/errors';
import { requirePending, type Proposal } from './domain/proposal';
import { personOf } from './person';
import { Proposals } from './proposals';
import { subjectIn, toldSubject } from './subject';

/** Ends a proposal without carrying it out: another person rejects it, or its proposer withdraws it. */
@Injectable()
export class DeclineProposal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {ProposalNotFound} when there is none
   * @throws {ProposalDecided} when it no longer waits
   * @throws {SamePerson} when the proposer rejects
   * @throws {NotProposer} when someone else than the proposer withdraws
   */
  execute(
    id: string,
    declining: { readonly state: 'rejected' | 'withdrawn'; readonly reason: string | null },
    caller: Caller,
  ): Promise<{ proposal: Proposal; position: number }> {
    const person = personOf(caller);
    const { state, reason } = declining;
    return this.dataSource.transaction(async (tx) => {
      const proposals = new Proposals(tx);
      const proposal = await proposals.lock(id);
      requirePending(proposal);
      if (state === 'rejected' && person === proposal.proposedBy) {
        throw new SamePerson('proposed this change and may withdraw it');
      }
      if (state === 'withdrawn' && person !== proposal.proposedBy) throw new NotProposer(id);
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const { sha256, proposedBy, approvedBy } = proposal;
      const position = await history.append(
        {
          type: `proposal.${state}`,
          actor: actorOf(caller),
          reason: reason ?? undefined,
          proposal: { id, sha256, proposedBy, approvedBy },
          ...toldSubject(subjectIn(proposal)),
          before: { state: 'pending' },
          after: { state },
        },
        now,
      );
      await proposals.decide(id, { state, person, at: now, reason, entries: [], position });
      return { proposal: await proposals.read(id), position: position + 1 };
    });
  }
}
