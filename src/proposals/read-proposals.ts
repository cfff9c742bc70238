import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart } from '../http/page';
import type { Proposal } from './domain/proposal';
import { ProposalAnswer, type ProposalPage, type ProposalsQuery } from './proposals.dto';
import { Proposals } from './proposals';

/** Proposals, as they stand now. */
@Injectable()
export class ReadProposals {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {ProposalNotFound} */
  one(id: string): Promise<ProposalAnswer> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size } = await new History(tx).head();
      return ProposalAnswer.of(await new Proposals(tx).read(id), size);
    });
  }

  /** Newest first. */
  page(query: ProposalsQuery): Promise<ProposalPage> {
    const scope = pageScope('proposals', query);
    const start = pageStart(scope, query, validate);
    const { state = null, list = null, vendor = null, exclusion = null } = query;
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size: position } = await new History(tx).head();
      const filter = { state, list, vendor, exclusion };
      const proposals = await new Proposals(tx).page(filter, start, query.limit + 1);
      const { items, next } = pageOf(proposals, query, scope, ({ id }) => id);
      return {
        items: items.map((proposal) => ProposalAnswer.of(inShort(proposal), position)),
        ...{ next, position },
      };
    });
  }
}

/** A proposal among many: its impact is counted, and told check by check only of the one that is read. */
const inShort = (proposal: Proposal): Proposal => ({
  ...proposal,
  impact: proposal.impact && { ...proposal.impact, turned: [] },
});
