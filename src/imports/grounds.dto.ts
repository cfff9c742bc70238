import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { AuthorityDto } from '../history/authority.dto';
import { IsText } from '../http/validators';

/** Why an import is lawful, and why it is done. */
export class GroundsDto {
  @ValidateNested()
  @Type(() => AuthorityDto)
  readonly authority!: AuthorityDto;

  @IsText(4000)
  readonly reason!: string;
}
