import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../http/page';
import { STREAM_FORMATS, type StreamFormat } from '../http/row-stream';
import { IsInstant, MayBeAbsent } from '../http/validators';
import { AuthorityDto } from './authority.dto';
import { ENTRY_TYPES, type EntryType } from './domain/entry';

const FORMATS = ['json', ...STREAM_FORMATS] as const;

/** Which entries of one vendor, and in which form. */
export class VendorHistoryQuery extends PageQuery {
  /** Only entries of this kind. */
  @MayBeAbsent()
  @IsIn(ENTRY_TYPES)
  readonly type?: EntryType;

  /** Recorded at this instant or later, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly from?: Date;

  /** Recorded before this instant, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly to?: Date;

  /** Only entries after this position. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @Type(() => Number)
  readonly after?: number;

  /** `json`: one page. `csv`, `ndjson`: all of it, streamed. */
  @MayBeAbsent()
  @IsIn(FORMATS)
  readonly format?: 'json' | StreamFormat;
}

/** Which entries, and in which form. */
export class HistoryQuery extends VendorHistoryQuery {
  /** Only entries that touch this vendor. */
  @MayBeAbsent()
  @IsUUID()
  readonly vendor?: string;

  /** Only entries that touch this list. @example "gsa-schedule-70" */
  @MayBeAbsent()
  @MaxLength(64)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly list?: string;

  /** Only entries that touch this exclusion. */
  @MayBeAbsent()
  @IsUUID()
  readonly exclusion?: string;

  /** Only entries made by this person or client, by id; `system` for the operator. */
  @MayBeAbsent()
  @MaxLength(100)
  @Matches(/^[a-z0-9:-]+$/i)
  readonly actor?: string;
}

/** Who acted. */
export class ActorAnswer {
  readonly id!: string;
  readonly kind!: 'person' | 'client' | 'system';
  /** The person who answers for a client, or the person itself. */
  readonly person!: string | null;
}

/** The proposal that an entry carried out, and the persons behind it. */
export class CarriedProposalAnswer {
  readonly id!: string;
  /** SHA-256 of what was proposed, hexadecimal. */
  readonly sha256!: string;
  readonly proposedBy!: string;
  readonly approvedBy!: string[];
}

/** One change, as it was recorded. */
export class EntryAnswer {
  /** 0-based, without gaps. */
  readonly position!: number;
  readonly recordedAt!: string;
  readonly type!: EntryType;
  readonly actor!: ActorAnswer;
  readonly authority?: AuthorityDto;
  readonly reason?: string;
  /** Ids of the vendors that it touches. */
  readonly vendors!: string[];
  /** Code of the list that it touches. */
  readonly list?: string;
  /** Id of the exclusion that it touches. */
  readonly exclusion?: string;
  /** Position of the earlier entry that it corrects, or that its proposal would correct. */
  readonly corrects?: number;
  /** Positions of the later entries that correct it. */
  readonly correctedBy!: number[];
  readonly proposal?: CarriedProposalAnswer;
  /** The state before; null where there was none. */
  readonly before!: Record<string, unknown> | null;
  /** The state after. A listing's segment without `entry` rests on this entry. */
  readonly after!: Record<string, unknown> | null;
  /** RFC 6962 leaf hash of the entry's canonical bytes, hexadecimal. */
  readonly leafHash!: string;
}

export class EntryPage {
  readonly items!: EntryAnswer[];
  readonly next!: string | null;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}
