import { ApiProperty } from '@nestjs/swagger';
import { AuthorityDto } from '../../history/authority.dto';
import { ActorAnswer, CarriedProposalAnswer } from '../../history/history.dto';
import { FINDINGS, type Finding } from '../domain/match-decision';
import { LAPSES, type Lapse } from './domain/standing';

/** A vendor of a pair. */
export class PairedVendorAnswer {
  /** UUIDv7 of the record that was looked at. */
  readonly id!: string;
  /** Its legal name. */
  readonly name!: string;
  /** Id of the vendor that it is known as: another where it was merged since. */
  readonly knownAs!: string;
}

/** What was found of a pair by one entry. */
export class FindingAnswer {
  /** `undecided`: what was found before was taken back, or fell when a vendor of the pair was merged. */
  @ApiProperty({ enum: FINDINGS })
  readonly finding!: Finding;
  /** How many persons found it: 1, or 2 by a proposal. */
  readonly persons!: number;
  /** Position of the history entry that recorded it. */
  readonly entry!: number;
  readonly recordedAt!: string;
  /** Who recorded it; of a proposal, who approved it last. */
  readonly actor!: ActorAnswer;
  readonly reason!: string | null;
  readonly authority!: AuthorityDto | null;
  /** The proposal that it carried out; null: it was found by one person. */
  readonly proposal!: CarriedProposalAnswer | null;
}

/** What is found of a pair. */
export class MatchDecisionAnswer extends FindingAnswer {
  /** UUIDv7; the same whatever is found of the pair. */
  readonly id!: string;
  /** The one vendor, that with the lower id where both are vendors; null where the subject is a name. */
  readonly vendor!: PairedVendorAnswer | null;
  /** The name as it was given; null where the subject is a vendor. */
  readonly name!: string | null;
  /** The other vendor; null where the object is an exclusion. */
  readonly other!: PairedVendorAnswer | null;
  /** Id of the exclusion whose covered articles are meant; null where the object is a vendor. */
  readonly exclusion!: string | null;
  /** Whether it counts in checks: it was not taken back, and both records are as they were. */
  readonly standing!: boolean;
  /** Which record has changed since, or `merge`: both vendors turned out to be one. Empty: none has. */
  @ApiProperty({ enum: LAPSES, isArray: true })
  readonly lapses!: Lapse[];
}

/** What is found of a pair, and whatever was before. */
export class WholeMatchDecisionAnswer extends MatchDecisionAnswer {
  /** All that was found of the pair, in order; the last is what is found now. */
  readonly findings!: FindingAnswer[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}

export class MatchDecisionPage {
  readonly items!: MatchDecisionAnswer[];
  readonly next!: string | null;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}
