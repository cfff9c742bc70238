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
import { IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import { NoticeDto } from './notice.dto';
import { CorrectableDto } from '../history/correctable.dto';

/** What may be proposed of a vendor's place on a list. */
export const LISTING_ACTIONS = ['list', 'amend-listing', 'renew', 'remove', 'reinstate'] as const;

/** A change of a list that another person must approve. */
export class ProposeListingDto extends CorrectableDto {
  /**
   * `list`: put a vendor on a list. `amend-listing`: other categories or contract number. `renew`: a later
   * end. `remove`: take the vendor off the list. `reinstate`: end a removal or a suspension.
   */
  @IsIn(LISTING_ACTIONS)
  readonly action!: (typeof LISTING_ACTIONS)[number];

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
