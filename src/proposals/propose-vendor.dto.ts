import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsInstant } from '../http/validators';
import { CorrectableDto } from '../history/correctable.dto';

/** That two vendors turn out to be one, or turn out not to be. */
export class ProposeMergeDto extends CorrectableDto {
  /** `merge-vendors`: the two are one, known as `vendor` from now on. `unmerge-vendors`: they are not. */
  @IsIn(['merge-vendors', 'unmerge-vendors'])
  readonly action!: 'merge-vendors' | 'unmerge-vendors';

  /** Id of the vendor that stays. */
  @IsUUID()
  readonly vendor!: string;

  /** Id of the vendor that turns out to be the same. Its entries and rows stay as they are. */
  @IsUUID()
  readonly duplicate!: string;
}

/** The end of what joins two vendors. To record that something does takes one person, to end it takes two. */
export class ProposeAffiliationEndDto extends CorrectableDto {
  /** `end-affiliation`: from then on the two vendors belong together no more. */
  @IsIn(['end-affiliation'])
  readonly action!: 'end-affiliation';

  /** Id of the affiliation. */
  @IsUUID()
  readonly affiliation!: string;

  /** From when on, RFC 3339. From the approval on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;
}
