import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { IsText, MayBeAbsent } from '../http/validators';
import { AuthorityDto } from './authority.dto';

/** Why a change is lawful, and why it is made. */
export class GroundsDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => AuthorityDto)
  readonly authority!: AuthorityDto;

  /** Why, in words for the record. */
  @IsText(4000)
  readonly reason!: string;
}

/** Why a change is lawful, and why it is made, where someone wants to say so. */
export class OptionalGroundsDto {
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => AuthorityDto)
  readonly authority?: AuthorityDto;

  /** Why, in words for the record. */
  @MayBeAbsent()
  @IsText(4000)
  readonly reason?: string;
}
