import { ExclusionAnswer } from '../exclusions/exclusion-answer.dto';
import { KnownAtQuery } from '../http/known-at.dto';
import { IsInstant, MayBeAbsent } from '../http/validators';
import { ListingAnswer } from '../lists/listings.dto';

export class StandingQuery extends KnownAtQuery {
  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** How a vendor stands on every list, and what excludes it. */
export class StandingAnswer {
  readonly vendor!: string;
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
  readonly listings!: ListingAnswer[];
  /**
   * Those in effect that name the vendor, newest first, whomever they bind. `POST /v1/standing` says what they come to
   * for a purchase, and what reaches the vendor through others.
   */
  readonly exclusions!: ExclusionAnswer[];
}
