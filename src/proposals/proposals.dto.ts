import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { GroundsDto } from '../history/grounds.dto';
import { PageQuery } from '../http/page';
import { IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import type { Proposal, ProposalState } from './domain/proposal';

/** What may be proposed. */
export const ACTIONS = ['list', 'amend-listing', 'renew', 'remove', 'reinstate'] as const;

/** The vendor's notice of a removal or suspension. */
export class NoticeDto {
  /** When it was sent, RFC 3339. */
  @IsInstant()
  readonly sentAt!: Date;

  /** How it was sent. @example "certified mail" */
  @IsText(200)
  readonly method!: string;

  /** Until when the vendor may answer, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly answerDue?: Date;
}

/** A change of a list that another person must approve. */
export class ProposeDto extends GroundsDto {
  /**
   * `list`: put a vendor on a list. `amend-listing`: other categories or contract number. `renew`: a later
   * end. `remove`: take the vendor off the list. `reinstate`: end a removal or a suspension.
   */
  @IsIn(ACTIONS)
  readonly action!: (typeof ACTIONS)[number];

  /** Id of the vendor. */
  @IsUUID()
  readonly vendor!: string;

  /** Code of the list. @example "gsa-schedule-70" */
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list!: string;

  /** Not with `list`: the listing that is meant, where the vendor has several on the list. All, when left out. */
  @MayBeAbsent()
  @IsUUID()
  readonly listing?: string;

  /** With `list` and `amend-listing` only. @example "GS-35F-0001A" */
  @IsOptional()
  @IsText(100)
  readonly contractNumber?: string | null;

  /** With `list` and `amend-listing` only: codes of the list's categories; empty: all of them. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  readonly categories?: string[];

  /** From when on, RFC 3339; may lie before (backdated) or after (scheduled). From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;

  /** With `list`, `renew` and `reinstate` only: the end, not included; null: until ended; by the policy or the term, when left out. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsInstant()
  readonly effectiveTo?: Date | null;

  /** With `remove` only: the vendor's notice. */
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NoticeDto)
  readonly notice?: NoticeDto;
}

/** The approval of exactly what was read. */
export class ApproveDto {
  /** SHA-256 of the proposal, as it was read. */
  @Matches(/^[0-9a-f]{64}$/)
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
  /** Whether it is to take effect before it was proposed. */
  readonly backdated!: boolean;
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
    const { decidedBy, decidedAt, decisionReason } = proposal;
    return {
      ...{ id, state, sha256, change: { ...content }, backdated: isBackdated(proposal) },
      ...{ approvalsNeeded, approvedBy: [...proposal.approvedBy], proposedBy, proposedAt },
      ...{ decidedBy, decidedAt, decisionReason, entries: [...proposal.entries], position },
    };
  }
}

function isBackdated({ content, proposedAt }: Proposal): boolean {
  const changes = content.action === 'import' ? content.listings : [content];
  return changes.some(
    ({ effectiveFrom }) => effectiveFrom !== null && new Date(effectiveFrom) < proposedAt,
  );
}

export class ProposalPage {
  readonly items!: ProposalAnswer[];
  readonly next!: string | null;
  readonly position!: number;
}
