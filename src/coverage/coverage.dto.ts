import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches } from 'class-validator';
import { MoneyDto } from '../checks/checks.dto';
import { STREAM_FORMATS, type StreamFormat } from '../http/row-stream';
import { IsText, MayBeAbsent } from '../http/validators';
import { MAX_ITEMS } from './given-purchase';

const FORMATS = ['json', ...STREAM_FORMATS] as const;

// Neither years nor months: how long these are hangs on when they begin.
const DURATION = /^P(?=.*\d)(\d{1,4}W)?(\d{1,5}D)?(T(?=.)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/;

/** By what purchases are compared with checks, and in which form it is told. */
export class CoverageQuery {
  /**
   * How old a check may be at an award: an ISO 8601 duration of weeks, days, hours, minutes and seconds. When left out, a
   * check may be relied on as long as it says itself (`validUntil`). @example "P7D"
   */
  @MayBeAbsent()
  @Matches(DURATION, { message: 'must be an ISO 8601 duration, such as P7D or PT15M' })
  readonly maxAge?: string;

  /** Code of the agency of all purchases that name none. @example "DHS" */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** `json`: totals and rows. `csv`, `ndjson`: the rows alone. */
  @MayBeAbsent()
  @IsIn(FORMATS)
  readonly format?: 'json' | StreamFormat;
}

/** Whom a purchase was from: at least one identifier, or a name where there is none. All must lead to one vendor. */
export class PurchaseVendorDto {
  /** Unique Entity ID. @example "ACMEWDGETS09" */
  readonly uei?: string;
  /** CAGE or NCAGE code. @example "1ACM1" */
  readonly cage?: string;
  readonly duns?: string;
  readonly lei?: string;
  /** The registry's own id. */
  readonly id?: string;
  /** Any name that it goes or went by; looked at only where there is no identifier. @example "Acme Widgets LLC" */
  readonly name?: string;
}

/** A purchase that was made. */
export class AwardedPurchaseDto {
  /**
   * What the buyer calls it, as its check does; without it the check is looked for by vendor and agency, which says
   * less. At most 200 characters. @example "PR-2017-0042"
   */
  readonly reference?: string;
  readonly vendor!: PurchaseVendorDto;
  /** When it was awarded, RFC 3339; a day is taken for its beginning, 00:00 UTC. @example "2017-07-12T15:30:00Z" */
  readonly awardedAt!: string;
  /** Code of the agency that it was for; needed where there is no reference. @example "DHS" */
  readonly agency?: string;
  /** Code of the list that it was bought from: a check for another list is none for this. @example "gsa-schedule-70" */
  readonly list?: string;
  readonly amount?: MoneyDto;
}

/** Purchases that were made. */
export class AskCoverageDto {
  /** Each is looked at by itself: what is wrong with one is told of it alone. More are taken as CSV. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ITEMS)
  @ApiProperty({ type: () => [AwardedPurchaseDto], minItems: 1, maxItems: MAX_ITEMS })
  readonly purchases!: object[];
}
