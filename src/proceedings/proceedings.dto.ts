import { IsIn, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { GroundsDto } from '../history/grounds.dto';
import { KnownAtPageQuery, KnownAtQuery } from '../http/known-at.dto';
import { IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import {
  OUTCOMES,
  PROCEEDING_KINDS,
  PROCEEDING_STATES,
  type Outcome,
  type ProceedingKind,
  type ProceedingState,
} from './domain/proceeding';

/** A proceeding that is to be opened against a vendor. */
export class OpenProceedingDto extends GroundsDto {
  /** Id of the vendor. */
  @IsUUID()
  readonly vendor!: string;

  /** What is to be done to the vendor. */
  @IsIn(PROCEEDING_KINDS)
  readonly kind!: ProceedingKind;

  /** With `removal`, and only then: code of the list that the vendor is to be removed from. */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list?: string;
}

/** The vendor was told. */
export class RecordNoticeDto {
  /** When the notice was sent, RFC 3339. */
  @IsInstant()
  readonly sentAt!: Date;

  /** How it was sent. @example "certified mail" */
  @IsText(200)
  readonly method!: string;

  /** When the vendor received it, RFC 3339, where that is known. */
  @IsOptional()
  @IsInstant()
  readonly receivedAt?: Date | null;

  /**
   * The first instant at which the vendor's answer is late, RFC 3339. After thirty days from the one of the receipt (of
   * the sending, where that is not known), when left out; sooner only for a removal.
   */
  @IsOptional()
  @IsInstant()
  readonly answerDue?: Date | null;
}

/** The vendor answered. */
export class RecordAnswerDto {
  /** When the answer was received, RFC 3339. */
  @IsInstant()
  readonly receivedAt!: Date;

  /** SHA-256 of what the vendor handed in, in hexadecimal. */
  @Matches(/^[0-9A-Fa-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  readonly documentSha256!: string;

  @IsOptional()
  @IsText(4000)
  readonly note?: string | null;
}

/** The official decided. */
export class RecordDecisionDto {
  /** When it was decided, RFC 3339. */
  @IsInstant()
  readonly decidedAt!: Date;

  @IsIn(OUTCOMES)
  readonly outcome!: Outcome;

  /** SHA-256 of the decision, in hexadecimal. */
  @IsOptional()
  @Matches(/^[0-9A-Fa-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  readonly documentSha256?: string | null;

  /**
   * Id of the exclusion of the vendor that it led to. Needed with `imposed`, unless the vendor was to be removed from a
   * list; not with `not-imposed`.
   */
  @IsOptional()
  @IsUUID()
  readonly exclusion?: string | null;
}

/** Which proceedings are asked for, by how they stand at `at`. */
export class ProceedingsQuery extends KnownAtPageQuery {
  /** Id of a vendor. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** Only proceedings in this state at `at`. */
  @MayBeAbsent()
  @IsIn(PROCEEDING_STATES)
  readonly state?: ProceedingState;

  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** About which instant a proceeding is asked for, and as known when. */
export class ProceedingAtQuery extends KnownAtQuery {
  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}
