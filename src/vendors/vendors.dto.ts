import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO31661Alpha2,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { OptionalGroundsDto } from '../history/grounds.dto';
import { KnownAtQuery } from '../http/known-at.dto';
import { PageQuery } from '../http/page';
import { IsFlag, IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { NAME_KINDS, type NameKind } from './domain/vendor';
import { LISTING_STATES } from './listing-filter';

const NO_COUNTRY = { message: 'must be an ISO 3166-1 alpha-2 country, such as US' };

/** A scheme and a value. */
export class IdentifierDto {
  /** `uei`, `cage` (NCAGE too), `duns`, `lei`, or a national register such as `us-ein`. @example "cage" */
  @IsString()
  @MaxLength(31)
  readonly scheme!: string;

  /** In upper or lower case; kept in the scheme's canonical form. @example "1C2H1" */
  @IsString()
  @MaxLength(100)
  readonly value!: string;
}

/** A name that the vendor goes by besides its legal one. */
export class NameDto {
  @IsIn(NAME_KINDS)
  readonly kind!: NameKind;

  /** In any script. @example "Acme" */
  @IsText(300)
  readonly name!: string;
}

/** A vendor to be registered. */
export class RegisterVendorDto extends OptionalGroundsDto {
  /** The legal name. @example "Acme Widgets LLC" */
  @IsText(300)
  readonly name!: string;

  /** ISO 3166-1 alpha-2; null or left out where it isn't known. @example "US" */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, NO_COUNTRY)
  @IsISO31661Alpha2(NO_COUNTRY)
  readonly country?: string | null;

  /** Each value of a scheme belongs to one vendor at a time. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => IdentifierDto)
  readonly identifiers: IdentifierDto[] = [];

  /** Names besides the legal one. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NameDto)
  readonly names: NameDto[] = [];
}

/** What is to be said of a vendor from now on. What is left out stays. */
export class AmendVendorDto extends OptionalGroundsDto {
  /** The legal name. The one before is kept as a former name. */
  @MayBeAbsent()
  @IsText(300)
  readonly name?: string;

  /** ISO 3166-1 alpha-2; null: it isn't known. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, NO_COUNTRY)
  @IsISO31661Alpha2(NO_COUNTRY)
  readonly country?: string | null;

  /** The whole new set: what is left out of it ends now, what is new in it begins now. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => IdentifierDto)
  readonly identifiers?: IdentifierDto[];

  /** The whole new set of names besides the legal one: what is left out of it ends now, what is new begins now. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NameDto)
  readonly names?: NameDto[];
}

/** Which vendors are asked for. */
export class VendorsQuery extends PageQuery {
  /**
   * A name that the vendor goes by or went by, or one like it: in any script and order of words, misspelt, and the last
   * word only begun. The 100 most alike are found; with other parameters, those of the 500 most alike that these leave.
   */
  @MayBeAbsent()
  @IsText(300)
  readonly q?: string;

  /** Code of a list that the vendor has a listing on. */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly list?: string;

  /** The state that such a listing is in now. */
  @MayBeAbsent()
  @IsIn(LISTING_STATES)
  readonly status?: (typeof LISTING_STATES)[number];

  /**
   * `true`: only vendors that an exclusion in effect now names, whatever it covers. `false`: only those that none does.
   * An exclusion may reach others, and cover less than all of a vendor: ask for a vendor's standing before a purchase.
   */
  @MayBeAbsent()
  @IsFlag()
  readonly excluded?: boolean;
}

/** Whom one asks for: by exactly one of `uei`, `cage`, `duns`, `lei`, `id` and `name`. */
export class LookUpVendorDto extends KnownAtQuery {
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly uei?: string;

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

  @MayBeAbsent()
  @IsUUID()
  readonly id?: string;

  /**
   * Any name that the vendor goes by or went by: the same words, in any case and with any punctuation, the legal form in
   * any spelling. What it only resembles is a candidate.
   */
  @MayBeAbsent()
  @IsText(300)
  readonly name?: string;

  /** ISO 3166-1 alpha-2. A vendor that is known to be of another country is a candidate only. */
  @MayBeAbsent()
  @Matches(/^[A-Z]{2}$/, NO_COUNTRY)
  @IsISO31661Alpha2(NO_COUNTRY)
  readonly country?: string;

  /** The instant at which the identifier was the vendor's, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}
