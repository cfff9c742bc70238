import { Type } from 'class-transformer';
import { IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { AuthorityDto } from '../history/authority.dto';
import { GroundsDto } from '../history/grounds.dto';
import { MayBeAbsent } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import { NoticeDto } from './proposals.dto';
import type { Suspension } from './suspensions';

/** A suspension in the urgent case: by one person, in force when acknowledged. */
export class SuspendDto extends GroundsDto {
  /** Id of the vendor. */
  @IsUUID()
  readonly vendor!: string;

  /** Code of the list; every list that the vendor stands on, when left out. */
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

/** A suspension, and whether it waits for its confirmation. */
export class SuspensionAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly vendor!: string;
  /** null: on every list. */
  readonly list!: string | null;
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
    const { id, vendor, list, confirmed, authority, reason, suspendedBy } = suspension;
    const { suspendedAt, lapsesAt, confirmedBy, confirmedAt } = suspension;
    return {
      ...{ id, vendor, list, confirmed, authority, reason, suspendedBy },
      ...{ suspendedAt, lapsesAt, confirmedBy, confirmedAt, position },
    };
  }
}

/** A suspension with the entries that this call made. */
export class SuspendedAnswer extends SuspensionAnswer {
  /** Positions of the history entries, one a listing. */
  readonly entries!: number[];
}
