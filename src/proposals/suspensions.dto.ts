import { Type } from 'class-transformer';
import { IsIn, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { AuthorityDto } from '../history/authority.dto';
import { GroundsDto } from '../history/grounds.dto';
import { PageQuery } from '../http/page';
import { MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import { NoticeDto } from './notice.dto';
import { SUSPENSION_STATES, type Suspension } from './suspensions';

/** A suspension in the urgent case: by one person, in force when acknowledged. */
export class SuspendDto extends GroundsDto {
  /** Id of the vendor. */
  @IsUUID()
  readonly vendor!: string;

  /**
   * Code of the list. When left out, the vendor as a whole: its listings are suspended, and an exclusion bars all
   * agencies from buying from it.
   */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(LIST_CODE)
  readonly list?: string;

  /** The vendor's notice. */
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NoticeDto)
  readonly notice?: NoticeDto;
}

export class SuspensionsQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(SUSPENSION_STATES)
  readonly state?: (typeof SUSPENSION_STATES)[number];

  /** Id of the vendor. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;
}

/** A suspension, and what has become of it. */
export class SuspensionAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly vendor!: string;
  /** null: of the vendor as a whole. */
  readonly list!: string | null;
  /** Id of the exclusion that it made; null where it is on one list only. */
  readonly exclusion!: string | null;
  /**
   * `confirmed`: by another person. `lapsed`: by nobody, in time. `ended`: it was over before, by a reinstatement, a
   * removal, the end of its exclusion or of the listing's term. Whether a confirmed one still holds is in the vendor's
   * standing, and in the exclusion.
   */
  readonly state!: 'unconfirmed' | 'confirmed' | 'lapsed' | 'ended';
  readonly confirmed!: boolean;
  readonly authority!: AuthorityDto;
  readonly reason!: string;
  /** Id of the person who suspended. */
  readonly suspendedBy!: string;
  readonly suspendedAt!: Date;
  /** When it ends by itself, unless another person confirms it before. */
  readonly lapsesAt!: Date;
  readonly confirmedBy!: string | null;
  readonly confirmedAt!: Date | null;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(suspension: Suspension, position: number): SuspensionAnswer {
    const { id, vendor, list, exclusion, state, authority, reason, suspendedBy } = suspension;
    const { suspendedAt, lapsesAt, confirmedBy, confirmedAt } = suspension;
    return {
      ...{ id, vendor, list, exclusion, state, confirmed: state === 'confirmed' },
      ...{ authority, reason, suspendedBy },
      ...{ suspendedAt, lapsesAt, confirmedBy, confirmedAt, position },
    };
  }
}

/** A suspension with the entries that this call made. */
export class SuspendedAnswer extends SuspensionAnswer {
  /** Positions of the history entries: one a listing, then that of the exclusion. */
  readonly entries!: number[];
}

export class SuspensionPage {
  readonly items!: SuspensionAnswer[];
  readonly next!: string | null;
  readonly position!: number;
}
