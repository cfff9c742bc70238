import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import type { ApprovedList } from '../lists/domain/approved-list';
import { holdNamed } from './apply-content';
import type { Carrying } from './carrying';
import { digestOf, type Proposal, type ProposalContent } from './domain/proposal';
import { Foresight } from './foresight';
import { personOf } from './person';
import { Proposals } from './proposals';
import { MAX_TOLD_ROWS, toldSubject, type Subject } from './subject';
import { tryOut } from './try-out';

/** Asks for a change that another person must approve. Changes nothing by itself. */
@Injectable()
export class Propose {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly foresight: Foresight,
  ) {}

  /** Refuses now whatever approval would have to refuse now. @throws the refusals of `applyContent` */
  execute(
    content: ProposalContent,
    caller: Caller,
  ): Promise<{ proposal: Proposal; position: number }> {
    const proposedBy = personOf(caller);
    const actor = actorOf(caller);
    const { canonical, sha256 } = digestOf(content);
    const id = v7();
    return this.dataSource.transaction(async (tx) => {
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const stamp = { id, sha256, proposedBy, approvedBy: [] };
      const { subject, ...held } = await holdNamed(tx, content);
      await history.requireCorrectable(content.corrects, subject);
      const carrying = { ...held, subject, proposal: stamp, actor, now };
      const tried = await tryOut(tx, this.foresight, content, carrying);
      const basis = await history.append(madeEntry(content, carrying), now);
      const approvalsNeeded = personsNeeded(held.list, content) - 1;
      const made = { id, content, sha256, ...subject, approvalsNeeded, basis, proposedBy };
      const proposal: Proposal = { ...made, ...WAITING, ...tried, proposedAt: now };
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

const RULE_OF_TWO = 2;

/** How many persons a change takes, the proposer among them: as the list's policy says, else two. An import is many listings. */
export function personsNeeded(list: ApprovedList | null, { action }: ProposalContent): number {
  const change = action === 'import' ? 'list' : action;
  const approvals: Readonly<Partial<Record<string, number>>> = list?.policy.approvals ?? {};
  return approvals[change] ?? RULE_OF_TWO;
}

const madeEntry = (
  content: ProposalContent,
  { subject, proposal, actor }: Carrying & { readonly subject: Subject },
) => ({
  ...{ type: 'proposal.made' as const, actor, proposal },
  ...{ authority: content.authority, reason: content.reason, corrects: content.corrects },
  ...toldSubject(subject),
  before: null,
  after: toldOf(content),
});

/** What the entry tells of the change: all of it, or the size of an import that is too long for one entry. */
function toldOf(content: ProposalContent): object {
  if (content.action !== 'import' || content.listings.length <= MAX_TOLD_ROWS) return content;
  const { listings, ...rest } = content;
  return { ...rest, rows: listings.length };
}
