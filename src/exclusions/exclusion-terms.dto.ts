import { OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsInstant, IsText, IsTexts, MayBeAbsent } from '../http/validators';
import { AGENCY_GROUPS, type AgencyGroup } from './domain/agency';
import {
  EDITIONS,
  EFFECTS,
  EXCLUSION_KINDS,
  PROHIBITION_BASES,
  SYSTEMS,
  type Citation,
  type Effect,
  type ExclusionKind,
  type ProhibitionBasis,
  type Reach,
  type System,
} from './domain/exclusion';
import { IsAgencies } from './is-agencies';
import { IsReach } from './is-reach';

const AN_OBJECT = { message: 'must be an object' };
const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOT_WORDS = { message: 'must be lower-case words joined by hyphens' };

/** A product, brand or service that is barred, whoever sells it. */
export class CoveredArticleDto {
  /** @example "Kaspersky Lab" */
  @IsText(300)
  readonly manufacturer!: string;

  /** What it is called, or what it is; null or left out: everything of that manufacturer. @example "Endpoint Security" */
  @IsOptional()
  @IsText(300)
  readonly product?: string | null;

  /** Other names of the manufacturer or its brands. None, when left out. */
  @MayBeAbsent()
  @IsTexts(50, 300)
  readonly aliases?: string[];
}

/** What an exclusion covers. */
export class ScopeDto {
  /** Whether it covers the vendor as a whole; false: only what is said here, and the vendor itself is not excluded. */
  @IsBoolean()
  readonly whole!: boolean;

  /** What may be bought from nobody. None, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CoveredArticleDto)
  readonly articles?: CoveredArticleDto[];

  /** Codes of what may not be bought from the vendor. None, when left out. @example ["132-33"] */
  @MayBeAbsent()
  @IsTexts(200, 40)
  readonly categories?: string[];

  /** The only uses for which it bars; whatever the use, when left out. @example ["public-safety"] */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(WORDS, { each: true, ...NOT_WORDS })
  @MaxLength(64, { each: true })
  readonly uses?: string[];

  /** Products and services of the vendor that it leaves free. None, when left out. */
  @MayBeAbsent()
  @IsTexts(200, 300)
  readonly exempt?: string[];
}

/** Whom an exclusion binds: whoever meets any of these. */
export class BindingDto {
  /** `all`, or codes of agencies; a department binds its components too. None, when left out. */
  @MayBeAbsent()
  @IsAgencies()
  readonly agencies?: 'all' | string[];

  /** Groups of agencies. None, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(AGENCY_GROUPS, { each: true })
  readonly groups?: AgencyGroup[];

  /** Codes of lists: purchases from these, whoever makes them. None, when left out. @example ["gsa-schedule-70"] */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(WORDS, { each: true, ...NOT_WORDS })
  @MaxLength(64, { each: true })
  readonly vehicles?: string[];

  /** Kinds of systems: purchases for these, whoever makes them. None, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(SYSTEMS, { each: true })
  readonly systems?: System[];
}

/** One rule by its number in one edition: the same rule may be cited by its old and its new number. */
export class CitationDto implements Citation {
  @IsIn(EDITIONS)
  readonly edition!: Citation['edition'];

  /** @example "FAR 9.406-2" */
  @IsText(300)
  readonly citation!: string;
}

/** Something that each bound agency has to have done by a day. */
export class MilestoneDto {
  /** Lower-case words with hyphens, once in an exclusion. @example "identify" */
  @MaxLength(64)
  @Matches(WORDS, NOT_WORDS)
  readonly code!: string;

  /** @example "Identify the use or presence of the products" */
  @IsOptional()
  @IsText(300)
  readonly title?: string | null;

  /** The first instant at which it is overdue, RFC 3339. */
  @IsInstant()
  readonly due!: Date;
}

/** What an exclusion says. */
export class ExclusionTermsDto {
  @IsIn(EXCLUSION_KINDS)
  readonly kind!: ExclusionKind;

  /**
   * Of a prohibition only: what it rests on. `agency-order`, an order of the excluding agency itself, when it is left
   * out.
   */
  @IsOptional()
  @IsIn(PROHIBITION_BASES)
  readonly basis?: ProhibitionBasis | null;

  /** Code of the excluding agency. @example "DHS" */
  @IsText(100)
  readonly agency!: string;

  /** Id of the vendor that it names; null or left out: nobody, articles only. */
  @IsOptional()
  @IsUUID()
  readonly vendor?: string | null;

  /**
   * Whom it reaches besides the vendor that it names, one or several: `subsidiaries` those that it controls,
   * `common-control` all under the same control, `successors` who took its place. `named-only`, when left out.
   */
  @MayBeAbsent()
  @IsReach()
  readonly affiliates?: Reach | Reach[];

  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => ScopeDto)
  readonly scope!: ScopeDto;

  /** All agencies, when left out. */
  @MayBeAbsent()
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => BindingDto)
  readonly binds?: BindingDto;

  /**
   * What it bars. `award` takes in solicitation; `use` takes in all stages, since what may not be used may not be
   * bought. All but `use`, when left out.
   */
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(EFFECTS, { each: true })
  readonly effects?: Effect[];

  /** Why, in the field's words. */
  @IsOptional()
  @IsText(4000)
  readonly cause?: string | null;

  /** Rules that it rests on besides the authority. None, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CitationDto)
  readonly citations?: CitationDto[];

  /** Shown with every verdict, word for word: it may say that the usual effect is not meant. */
  @IsOptional()
  @IsText(4000)
  readonly comment?: string | null;

  /** What each bound agency has to have done by when. Nothing, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MilestoneDto)
  readonly milestones?: MilestoneDto[];
}

/** What an exclusion is to say instead. What is left out stays; what is given replaces the whole of its member. */
export class ExclusionTermsChangeDto extends PartialType(
  OmitType(ExclusionTermsDto, ['vendor'] as const),
  { skipNullProperties: false },
) {}
