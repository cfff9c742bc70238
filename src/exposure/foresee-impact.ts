import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { hold } from '../proposals/apply-content';
import type { Impact } from '../proposals/domain/impact';
import { requirePending } from '../proposals/domain/proposal';
import { Foresight } from '../proposals/foresight';
import { Proposals } from '../proposals/proposals';
import { subjectIn } from '../proposals/subject';
import { tryOut } from '../proposals/try-out';

/** What a proposal would change if it were approved now. Changes nothing. */
@Injectable()
export class ForeseeImpact {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly foresight: Foresight,
  ) {}

  /**
   * @throws {ProposalNotFound} when there is none
   * @throws {ProposalDecided} when it no longer waits; what was told of it when it was made stands in the proposal
   * @throws the refusals of `applyContent`
   */
  execute(id: string, caller: Caller): Promise<{ impact: Impact; position: number }> {
    return this.dataSource.transaction(async (tx) => {
      const proposal = await new Proposals(tx).read(id);
      requirePending(proposal);
      const { content, sha256, proposedBy, approvedBy } = proposal;
      const subject = subjectIn(proposal);
      const held = await hold(tx, subject);
      const history = new History(tx);
      const { size: position } = await history.head();
      const now = await history.present(this.clock.now());
      const stamp = { id, sha256, proposedBy, approvedBy };
      const carrying = { ...held, subject, proposal: stamp, actor: actorOf(caller), now };
      const { impact } = await tryOut(tx, this.foresight, content, carrying);
      return { impact, position };
    });
  }
}
