import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CoveredArticleDto,
  ExclusionTermsChangeDto,
  ExclusionTermsDto,
} from '../exclusions/exclusion-terms.dto';
import { IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { NoticeDto } from './notice.dto';
import { CorrectableDto } from '../history/correctable.dto';

const AN_OBJECT = { message: 'must be an object' };

/** A new exclusion. */
export class ProposeExclusionDto extends CorrectableDto {
  /** `exclude`: bar buying from a vendor, or buying articles from anybody. */
  @IsIn(['exclude'])
  readonly action!: 'exclude';

  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => ExclusionTermsDto)
  readonly exclusion!: ExclusionTermsDto;

  /** From when on, RFC 3339; may lie before (backdated) or after (scheduled). From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;

  /** The end, not included, RFC 3339. Indefinite, when null or left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveTo?: Date | null;

  /** The vendor's notice; of a suspension or a proposed debarment only. */
  @MayBeAbsent()
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => NoticeDto)
  readonly notice?: NoticeDto;
}

/** What an exclusion is to say from then on. */
export class ProposeExclusionAmendmentDto extends CorrectableDto {
  /** `amend-exclusion`: change what an exclusion says, or when it ends. */
  @IsIn(['amend-exclusion'])
  readonly action!: 'amend-exclusion';

  /** Id of the exclusion. */
  @IsUUID()
  readonly exclusion!: string;

  /** What it says instead. The vendor that it names never changes. Nothing else, when left out. */
  @MayBeAbsent()
  @IsDefined(AN_OBJECT)
  @ValidateNested()
  @Type(() => ExclusionTermsChangeDto)
  readonly terms?: ExclusionTermsChangeDto;

  /** From when on it says so, RFC 3339. From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;

  /** Its new end, not included, RFC 3339; null: indefinite. As it was, when left out. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsInstant()
  readonly effectiveTo?: Date | null;
}

/** The end of an exclusion. */
export class ProposeExclusionEndDto extends CorrectableDto {
  /** `end-exclusion`: from then on it bars nothing. */
  @IsIn(['end-exclusion'])
  readonly action!: 'end-exclusion';

  /** Id of the exclusion. */
  @IsUUID()
  readonly exclusion!: string;

  /** From when on, RFC 3339. From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;
}

/** A dated exception to an exclusion. */
export class ProposeWaiverDto extends CorrectableDto {
  /** `waive`: let one agency buy what an exclusion bars. */
  @IsIn(['waive'])
  readonly action!: 'waive';

  /** Id of the exclusion. */
  @IsUUID()
  readonly exclusion!: string;

  /** Code of the agency that may buy. @example "DHS" */
  @IsText(100)
  readonly agency!: string;

  /** Id of the only vendor that it may buy from. Any, when null or left out. */
  @IsOptional()
  @IsUUID()
  readonly vendor?: string | null;

  /** The only articles that it may buy. Whatever the exclusion covers, when left out. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CoveredArticleDto)
  readonly articles?: CoveredArticleDto[];

  /** From when on, RFC 3339. From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;

  /** The end, not included, RFC 3339: a waiver never is without one. */
  @IsInstant()
  readonly effectiveTo!: Date;
}

/** The end of a waiver before its time. */
export class ProposeWaiverRevocationDto extends CorrectableDto {
  /** `revoke-waiver`: from then on it excepts nothing. */
  @IsIn(['revoke-waiver'])
  readonly action!: 'revoke-waiver';

  /** Id of the waiver. */
  @IsUUID()
  readonly waiver!: string;

  /** From when on, RFC 3339. From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;
}
