import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { AuthorityDto } from '../../history/authority.dto';
import { KnownAtPageQuery } from '../../http/known-at.dto';
import { IsFlag, IsText, MayBeAbsent } from '../../http/validators';
import { FINDINGS, type Finding, type MatchDecision } from '../domain/match-decision';

/** What one person finds of a pair: of a vendor or a name, and of another vendor or the articles of an exclusion. */
export class DecideMatchDto {
  /** Id of a vendor; or give `name`. Which of two vendors stands here makes no difference. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** A name as buyers write it; or give `vendor`. Other spellings of it are other pairs. */
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

  /** Position of the entry of the finding that this one takes the place of. Needed where a finding stands. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly replaces?: number;

  /** Why, in words for the record. */
  @IsText(4000)
  readonly reason!: string;

  /** On what it rests, where it rests on more than the reason. */
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => AuthorityDto)
  readonly authority?: AuthorityDto;
}

const COUNTING = ['same', 'not-same'] as const satisfies readonly MatchDecision['finding'][];

/** Which decisions are asked for. */
export class MatchDecisionsQuery extends KnownAtPageQuery {
  /** Only those of pairs of which this vendor, or one that turned out to be the same, is one. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** Only those of pairs of which this exclusion is one. */
  @MayBeAbsent()
  @IsUUID()
  readonly exclusion?: string;

  @MayBeAbsent()
  @IsIn(COUNTING)
  readonly finding?: (typeof COUNTING)[number];

  /** Only those that count, or only those that do not, since a record of the pair has changed. */
  @MayBeAbsent()
  @IsFlag()
  readonly standing?: boolean;
}
