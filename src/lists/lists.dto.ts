import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OptionalGroundsDto } from '../history/grounds.dto';
import { IsText, MayBeAbsent } from '../http/validators';
import type { ApprovedList, Category } from './domain/approved-list';
import type { ListPolicy } from './domain/policy';

const DURATION =
  /^P(?=.)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=.)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/;
const NOT_A_DURATION = { message: 'must be an ISO 8601 duration, such as P1D or PT15M' };

// In no time at all nobody could confirm: a suspension would be over before it began.
const A_WHILE = new RegExp(DURATION.source.replace('(?=.)', '(?=.*[1-9])'));
const NOT_A_WHILE = { message: 'must be an ISO 8601 duration above zero, such as P1D or PT15M' };

/** Code of a list, as it stands in addresses: `gsa-schedule-70`. */
export const LIST_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is bought under a list. */
export class CategoryDto implements Category {
  /** The list's own code, a SIN, NAICS or PSC. @example "132-33" */
  @IsText(40)
  @Matches(/^[A-Za-z0-9][A-Za-z0-9 ._/-]*$/)
  readonly code!: string;

  /** @example "Perpetual software licenses" */
  @IsText(300)
  readonly title!: string;
}

/** Persons that each kind of change takes, the proposer among them. */
export class ApprovalsDto {
  /** @example 2 */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly list?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly 'amend-listing'?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly renew?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly remove?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly reinstate?: number;

  /** A suspension is the urgent case: one person is enough, until it lapses. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1)
  readonly suspend?: number;
}

/** What the list's owner decides about changes of it. What is left out is as the rules have it. */
export class PolicyDto {
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ApprovalsDto)
  readonly approvals?: ApprovalsDto;

  /** How long a suspension stands unconfirmed: an ISO 8601 duration, at most 30 days. P1D when left out. */
  @MayBeAbsent()
  @MaxLength(40)
  @Matches(A_WHILE, NOT_A_WHILE)
  readonly suspensionLapsesAfter?: string;

  /** How long an "eligible" may be relied on: an ISO 8601 duration. PT15M when left out. */
  @MayBeAbsent()
  @MaxLength(40)
  @Matches(DURATION, NOT_A_DURATION)
  readonly receiptValidFor?: string;

  /** How long a listing runs where its proposal gives no end: an ISO 8601 duration; null: until ended. */
  @IsOptional()
  @MaxLength(40)
  @Matches(DURATION, NOT_A_DURATION)
  readonly defaultTerm?: string | null;
}

/** A list to be opened. */
export class CreateListDto extends OptionalGroundsDto {
  /** Lower-case words with hyphens; never changes. @example "gsa-schedule-70" */
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly code!: string;

  /** @example "GSA IT Schedule 70" */
  @IsText(200)
  readonly name!: string;

  /** Code of the agency that owns the list. @example "GSA" */
  @IsText(100)
  readonly owner!: string;

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CategoryDto)
  readonly categories: CategoryDto[] = [];

  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PolicyDto)
  readonly policy?: PolicyDto;
}

/** What is to be said of a list from now on. What is left out stays. */
export class AmendListDto extends OptionalGroundsDto {
  @MayBeAbsent()
  @IsText(200)
  readonly name?: string;

  @MayBeAbsent()
  @IsText(100)
  readonly owner?: string;

  /** The whole new set. A category that a listing names can't be left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CategoryDto)
  readonly categories?: CategoryDto[];

  /** The parts of the policy to change. */
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PolicyDto)
  readonly policy?: PolicyDto;
}

/** The rules of a list, whole. */
export class PolicyAnswer implements ListPolicy {
  /** Persons that each kind of change takes, the proposer among them. */
  readonly approvals!: Record<
    'list' | 'amend-listing' | 'renew' | 'remove' | 'reinstate' | 'suspend',
    number
  >;
  readonly suspensionLapsesAfter!: string;
  readonly receiptValidFor!: string;
  readonly defaultTerm!: string | null;
}

/** A list that buyers may buy from. */
export class ListAnswer {
  readonly code!: string;
  readonly name!: string;
  readonly owner!: string;
  readonly categories!: CategoryDto[];
  readonly policy!: PolicyAnswer;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(list: ApprovedList, position: number): ListAnswer {
    const { code, name, owner, policy } = list;
    return { code, name, owner, categories: [...list.categories], policy, position };
  }
}

export class ListPage {
  readonly items!: ListAnswer[];
  readonly next!: string | null;
  readonly position!: number;
}
