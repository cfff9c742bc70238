import { IsIn } from 'class-validator';
import { PeriodAnswer } from '../clock/period.dto';
import { AuthorityDto } from '../history/authority.dto';
import { KnownAtPageQuery } from '../http/known-at.dto';
import { IsInstant, MayBeAbsent } from '../http/validators';
import { LISTING_STATES } from '../vendors/listing-filter';
import type { ListingAt, ListingState } from './domain/timeline';

export class ListingsQuery extends KnownAtPageQuery {
  /** Only listings in this state at `at`. */
  @MayBeAbsent()
  @IsIn(LISTING_STATES)
  readonly status?: ListingState;

  /** The instant that the states are about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** The suspension that a listing's status rests on. */
export class ListedSuspensionAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** Whether a second person has confirmed it, so that it does not lapse. */
  readonly confirmed!: boolean;
}

/** How one listing stands at an instant. */
export class ListingAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly vendor!: string;
  readonly list!: string;
  readonly status!: 'listed' | 'suspended' | 'removed' | 'expired' | 'not-yet-effective';
  readonly contractNumber!: string | null;
  /** Codes of the list's categories; empty: every category of the list. */
  readonly categories!: string[];
  /** The period that was agreed, whatever cut it short. */
  readonly term!: PeriodAnswer;
  /** The stretch of time of this status. */
  readonly effective!: PeriodAnswer;
  /** Position of the history entry that this status rests on. */
  readonly entry!: number;
  readonly authority!: AuthorityDto;
  readonly suspension!: ListedSuspensionAnswer | null;

  static of({ state, segment }: ListingAt): ListingAnswer {
    const { listing: id, vendor, list, contractNumber, term, effective, entry } = segment;
    const { authority, suspension, categories } = segment;
    const stated = { id, vendor, list, status: state, contractNumber, term, effective, entry };
    return { ...stated, categories: [...categories], authority, suspension };
  }
}

export class ListingPage {
  readonly items!: ListingAnswer[];
  readonly next!: string | null;
  /** The instant that the states are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}
