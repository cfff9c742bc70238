import { IsIn, IsUUID } from 'class-validator';
import { CorrectableDto } from '../history/correctable.dto';
import { IsText, MayBeAbsent } from '../http/validators';
import { FINDINGS, type Finding } from '../screening/domain/match-decision';

/** What two persons find of two that may be one. It takes the place of what is found of the pair, if anything is. */
export class ProposeMatchDto extends CorrectableDto {
  /** `decide-match`: what is found counts until either record changes, even where an exclusion bars one of the pair. */
  @IsIn(['decide-match'])
  readonly action!: 'decide-match';

  /** Id of a vendor; or give `name`. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** A name as buyers write it; or give `vendor`. */
  @MayBeAbsent()
  @IsText(300)
  readonly name?: string;

  /** Id of the other vendor; or give `exclusion`. */
  @MayBeAbsent()
  @IsUUID()
  readonly other?: string;

  /** Id of an exclusion: its covered articles are meant. */
  @MayBeAbsent()
  @IsUUID()
  readonly exclusion?: string;

  /** `same`, `not-same`, or `undecided`: what was found before no longer counts. */
  @IsIn(FINDINGS)
  readonly finding!: Finding;
}
