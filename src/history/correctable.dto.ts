import { IsInt, Max, Min } from 'class-validator';
import { GroundsDto } from './grounds.dto';
import { MayBeAbsent } from '../http/validators';

/** A change with its grounds, which may put right what an earlier one said. */
export class CorrectableDto extends GroundsDto {
  /** Position of the earlier history entry that the change corrects: one about the same vendor, list or exclusion. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly corrects?: number;
}
