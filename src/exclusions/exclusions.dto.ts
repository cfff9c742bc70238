import { IsIn, IsUUID } from 'class-validator';
import { KnownAtPageQuery, KnownAtQuery } from '../http/known-at.dto';
import { IsFlag, IsInstant, IsText, MayBeAbsent } from '../http/validators';
import { EXCLUSION_KINDS, type ExclusionKind } from './domain/exclusion';

/** Which exclusions are asked for, by what they say at `at`. */
export class ExclusionsQuery extends KnownAtPageQuery {
  /** `true`: only those in effect at `at`. `false`: only those that are scheduled or have ended then. */
  @MayBeAbsent()
  @IsFlag()
  readonly active?: boolean;

  /** Code of the excluding agency. @example "DHS" */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /**
   * Code of an agency: only exclusions that bind it, itself or through a department or a group that it is of. Of an
   * agency that is not in the directory the groups are not known: those that bind groups are then given too.
   * @example "NASA"
   */
  @MayBeAbsent()
  @IsText(100)
  readonly binds?: string;

  /** Only exclusions of this kind. */
  @MayBeAbsent()
  @IsIn(EXCLUSION_KINDS)
  readonly type?: ExclusionKind;

  /** Id of a vendor: only exclusions that name it, or a vendor that turned out to be one with it. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** About which instant an exclusion is asked for, and as known when. */
export class ExclusionAtQuery extends KnownAtQuery {
  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}
