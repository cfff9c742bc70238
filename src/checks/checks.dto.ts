import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { STAGES, type Stage } from '../exclusions/domain/binding';
import { SYSTEMS, type System } from '../exclusions/domain/exclusion';
import { PageQuery } from '../http/page';
import { STREAM_FORMATS, type StreamFormat } from '../http/row-stream';
import { IsInstant, IsKnownAt, IsText, MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import type { AskedCheck, AskedPurchase, AskedVendor } from './domain/parse-question';
import { CHANNELS, type Channel, type Money } from './domain/question';
import { VERDICTS, type Verdict } from './domain/verdict';

/** Most checks in one batch. */
export const MAX_BATCH = 1000;

const USE_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const AN_OBJECT = { message: 'must be an object' };
const NO_COUNTRY = { message: 'must be an ISO 3166-1 alpha-2 country, such as US' };

/** Whom the purchase is from: at least one identifier or a name. All that is given must fit together. */
export class AskedVendorDto implements AskedVendor {
  /** The registry's own id. */
  @MayBeAbsent()
  @IsUUID()
  readonly id?: string;

  /** Unique Entity ID. @example "ACMEWDGETS09" */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly uei?: string;

  /** CAGE or NCAGE code. @example "1ACM1" */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly cage?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly duns?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly lei?: string;

  /**
   * Any name that the vendor goes or went by. Alone it is enough only where exactly one vendor goes by it; beside an
   * identifier it must be one of that vendor's. @example "Acme Widgets LLC"
   */
  @MayBeAbsent()
  @IsText(300)
  readonly name?: string;

  /** ISO 3166-1 alpha-2. A vendor that is known to be of another country is for a person to look at. */
  @MayBeAbsent()
  @Matches(/^[A-Z]{2}$/, NO_COUNTRY)
  @IsISO31661Alpha2(NO_COUNTRY)
  readonly country?: string;
}

/** An amount of money. */
export class MoneyDto implements Money {
  /** Decimal. @example "1250.00" */
  @Matches(/^\d{1,15}(\.\d{1,4})?$/, { message: 'must be a decimal number in a string' })
  readonly value!: string;

  /** ISO 4217. @example "USD" */
  @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 currency, such as USD' })
  readonly currency!: string;
}

/** One thing that is bought: its manufacturer, what it is called, or both. */
export class PurchasedItemDto {
  /** @example "Kaspersky Lab" */
  @MayBeAbsent()
  @IsText(300)
  readonly manufacturer?: string;

  /** @example "Endpoint Security" */
  @MayBeAbsent()
  @IsText(300)
  readonly product?: string;

  /** More than 0. */
  @MayBeAbsent()
  @IsNumber({ maxDecimalPlaces: 6 })
  @Min(0.000001)
  @Max(1e12)
  readonly quantity?: number;
}

/** What is to be bought, and for whom. */
export class PurchaseDto implements AskedPurchase {
  /** `list`: from an approved list. `open-market`: outside of all lists, whatever stands on them. `list` when left out. */
  @MayBeAbsent()
  @IsIn(CHANNELS)
  readonly channel?: Channel;

  /** Code of the list that is bought from; any list, when left out. Not on the open market. @example "gsa-schedule-70" */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list?: string;

  /** Code of the list's category that is bought; when left out, any. @example "132-33" */
  @MayBeAbsent()
  @IsText(40)
  readonly category?: string;

  /**
   * Code of the agency that the purchase is for; the caller's own, when left out. A caller may buy for another agency:
   * the check is decided for that one, and read by callers of the agency that asked. @example "DHS"
   */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** `award` when left out. */
  @MayBeAbsent()
  @IsIn(STAGES)
  readonly stage?: Stage;

  /**
   * What it is bought for. An exclusion may bar a thing for some uses only; where a purchase does not say what it is
   * for, such a one is for a person to look at. @example ["public-safety"]
   */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(USE_CODE, { each: true, message: 'must be lower-case words joined by hyphens' })
  @MaxLength(64, { each: true })
  readonly uses?: string[];

  /**
   * The kind of system that it is for: `sci` handles sensitive compartmented information, `national-security` is a
   * national security system other than that. `general` when left out.
   */
  @MayBeAbsent()
  @IsIn(SYSTEMS)
  readonly system?: System;

  /** What the buyer calls the purchase. @example "PR-2017-0042" */
  @MayBeAbsent()
  @IsText(200)
  readonly reference?: string;

  @MayBeAbsent()
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly amount?: MoneyDto;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PurchasedItemDto)
  readonly items?: PurchasedItemDto[];
}

/** The question before a purchase. */
export class CheckDto implements AskedCheck {
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => AskedVendorDto)
  readonly vendor!: AskedVendorDto;

  /** When left out: a purchase from any approved list. */
  @MayBeAbsent()
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => PurchaseDto)
  readonly purchase?: PurchaseDto;

  /** The instant of the purchase, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;

  /** The answer must rest on at least so many entries of the history; 503 until there are so many. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly minPosition?: number;
}

/** Many questions at once. */
export class CheckBatchDto {
  /** 1 to 1000. Each is looked at by itself: what is wrong with one is told of it alone. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_BATCH)
  @ApiProperty({ type: () => [CheckDto], minItems: 1, maxItems: MAX_BATCH })
  readonly checks!: object[];
}

/** A question of which no record is made. */
export class AskStandingDto extends CheckDto {
  /** As known at a history position (number of entries) or an RFC 3339 time. Now, when left out. */
  @MayBeAbsent()
  @IsKnownAt()
  readonly knownAt?: number | Date;
}

const FORMATS = ['json', ...STREAM_FORMATS] as const;

/** Which checks, and in which form. */
export class ChecksQuery extends PageQuery {
  /** Id of the vendor that was decided about. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** Code of the list that was asked for. */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list?: string;

  /** Code of the agency whose caller asked. */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** Id of the person or client that asked. */
  @MayBeAbsent()
  @IsUUID()
  readonly client?: string;

  @MayBeAbsent()
  @IsIn(VERDICTS)
  readonly verdict?: Verdict;

  /** Decided at this instant or later, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly from?: Date;

  /** Decided before this instant, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly to?: Date;

  /** `json`: one page. `csv`, `ndjson`: all of it, streamed; `limit` and `cursor` then mean nothing. */
  @MayBeAbsent()
  @IsIn(FORMATS)
  readonly format?: 'json' | StreamFormat;
}
