import { IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page';
import { IsText, MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import { WarningAnswer } from '../vendors/vendor-answer.dto';
import type { Proposal, ProposalState } from './domain/proposal';
import { ImpactAnswer } from './impact.dto';

/** The approval of exactly what was read. */
export class ApproveDto {
  /** SHA-256 of the proposal, as it was read. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be 64 lower-case hexadecimal digits' })
  readonly sha256!: string;
}

/** Why a proposal is not to be carried out. */
export class DeclineDto {
  @MayBeAbsent()
  @IsText(4000)
  readonly reason?: string;
}

export const PROPOSAL_STATES = [
  'pending',
  'approved',
  'rejected',
  'withdrawn',
] as const satisfies readonly ProposalState[];

export class ProposalsQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(PROPOSAL_STATES)
  readonly state?: (typeof PROPOSAL_STATES)[number];

  /** Code of the list that is to change. */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list?: string;

  /** Id of a vendor that it touches. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** Id of the exclusion that is to change. */
  @MayBeAbsent()
  @IsUUID()
  readonly exclusion?: string;
}

/** A change that waits for another person, or has been decided. */
export class ProposalAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly state!: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  /** SHA-256 of the canonical change (RFC 8785), hexadecimal; an approval names it. */
  readonly sha256!: string;
  /** The change, whole. */
  readonly change!: Record<string, unknown>;
  /** Code of the list that is to change; null: none. */
  readonly list!: string | null;
  /** Id of the exclusion that is to change, or that was imposed; null: none, or a new one that is not approved. */
  readonly exclusion!: string | null;
  /** Position of the history entry that it corrects; null: of none. */
  readonly corrects!: number | null;
  /** Whether it is to take effect before it was proposed. */
  readonly backdated!: boolean;
  /** What is unusual about it, such as a suspension of over a year. Nothing is refused for that. */
  readonly warnings!: WarningAnswer[];
  /** What it would change, as counted when it was proposed; null where that was not counted. */
  readonly impact!: ImpactAnswer | null;
  /** Approvals that it needs from persons other than the proposer. */
  readonly approvalsNeeded!: number;
  /** Ids of the persons who have approved. */
  readonly approvedBy!: string[];
  /** Id of the person who proposed. */
  readonly proposedBy!: string;
  readonly proposedAt!: Date;
  readonly decidedBy!: string | null;
  readonly decidedAt!: Date | null;
  readonly decisionReason!: string | null;
  /** Positions of the history entries that carried it out. */
  readonly entries!: number[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(proposal: Proposal, position: number): ProposalAnswer {
    const { id, state, sha256, content, approvalsNeeded, proposedBy, proposedAt } = proposal;
    const { decidedBy, decidedAt, decisionReason, list, exclusion, warnings, impact } = proposal;
    return {
      ...{ id, state, sha256, change: { ...content }, backdated: isBackdated(proposal) },
      ...{ list, exclusion, corrects: content.corrects ?? null },
      ...{ warnings: [...warnings], impact: impact && ImpactAnswer.of(impact) },
      ...{ approvalsNeeded, approvedBy: [...proposal.approvedBy], proposedBy, proposedAt },
      ...{ decidedBy, decidedAt, decisionReason, entries: [...proposal.entries], position },
    };
  }
}

function isBackdated({ content, proposedAt }: Proposal): boolean {
  const changes = content.action === 'import' ? content.listings : [content];
  return changes.some((change) => {
    const from = 'effectiveFrom' in change ? change.effectiveFrom : null;
    return from !== null && new Date(from) < proposedAt;
  });
}

export class ProposalPage {
  readonly items!: ProposalAnswer[];
  readonly next!: string | null;
  readonly position!: number;
}
