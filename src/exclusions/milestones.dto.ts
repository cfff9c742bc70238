import { IsOptional, Matches } from 'class-validator';
import { KnownAtPageQuery } from '../http/known-at.dto';
import { IsFlag, IsInstant, IsText, MayBeAbsent } from '../http/validators';
import type {
  AgencyProgress,
  MilestoneReport,
  MilestoneState,
  SetMilestone,
} from './domain/milestone-progress';

/** What the caller's agency has done. */
export class ReportMilestoneDto {
  /** When it was done, RFC 3339; not in the future. Now, when left out. */
  @IsOptional()
  @IsInstant()
  readonly doneAt?: Date | null;

  /** SHA-256 of the document that shows it, in hexadecimal. */
  @Matches(/^[0-9A-Fa-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  readonly evidenceSha256!: string;

  @IsOptional()
  @IsText(4000)
  readonly note?: string | null;
}

/** Which milestones are asked for, of the exclusions in effect at `at`. */
export class MilestonesQuery extends KnownAtPageQuery {
  /** `true`: only what is overdue at `at`. `false`: only what is not. */
  @MayBeAbsent()
  @IsFlag()
  readonly overdue?: boolean;

  /** Code of the only agency that is asked about. @example "DHS" */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** Whose milestones a calendar is to hold. */
export class CalendarQuery {
  /** Code of an agency: only milestones of exclusions that bind it, or may bind it. @example "DHS" */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;
}

/** What an agency has reported. */
export class MilestoneReportAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** Id of the exclusion. */
  readonly exclusion!: string;
  /** Code of the milestone. */
  readonly code!: string;
  /** Code of the agency that reported it. */
  readonly agency!: string;
  readonly doneAt!: Date;
  /** SHA-256 of the document that shows it, in hexadecimal. */
  readonly evidenceSha256!: string;
  readonly note!: string | null;
  /** Id of the caller who reported it. */
  readonly reportedBy!: string;
  readonly reportedAt!: Date;
  /** Position of the history entry that recorded it. */
  readonly entry!: number;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(report: MilestoneReport, position: number): MilestoneReportAnswer {
    return { ...report, position };
  }
}

/** How far one agency is with one milestone. */
export class AgencyProgressAnswer {
  /** Code of the agency. */
  readonly agency!: string;
  /** `late`: done, but after it was due. */
  readonly state!: MilestoneState;
  /** When it was done; null: nothing is reported. */
  readonly doneAt!: Date | null;
  /** SHA-256 of the document that shows it, in hexadecimal. */
  readonly evidenceSha256!: string | null;
  readonly note!: string | null;
  /** Id of the caller who reported it. */
  readonly reportedBy!: string | null;
  readonly reportedAt!: Date | null;
  /** Position of the history entry that recorded it. */
  readonly entry!: number | null;

  static of({ agency, state, report }: AgencyProgress): AgencyProgressAnswer {
    const { doneAt, evidenceSha256, note, reportedBy, reportedAt, entry } = report ?? NOTHING;
    return { agency, state, doneAt, evidenceSha256, note, reportedBy, reportedAt, entry };
  }
}

const NOTHING = {
  ...{ doneAt: null, evidenceSha256: null, note: null },
  ...{ reportedBy: null, reportedAt: null, entry: null },
};

/** A milestone, and how far each agency is. */
export class MilestoneProgressAnswer {
  /** Id of the exclusion that sets it. */
  readonly exclusion!: string;
  /** Id of the vendor that the exclusion names; null where it names none. */
  readonly vendor!: string | null;
  /** What the exclusion rests on. */
  readonly citation!: string;
  readonly code!: string;
  readonly title!: string | null;
  /** The first instant at which it is overdue. */
  readonly due!: string;
  /** Agencies that are named, the departments of the groups that are bound, and whoever has reported. */
  readonly agencies!: AgencyProgressAnswer[];

  static of(
    { exclusion, vendor, citation, code, title, due }: SetMilestone,
    progress: readonly AgencyProgress[],
  ): MilestoneProgressAnswer {
    const agencies = progress.map((each) => AgencyProgressAnswer.of(each));
    return { exclusion, vendor, citation, code, title, due, agencies };
  }
}

/** The milestones of one exclusion. */
export class ExclusionMilestonesAnswer {
  /** Id of the exclusion. */
  readonly exclusion!: string;
  readonly milestones!: MilestoneProgressAnswer[];
  /** The instant that the states are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}

export class MilestonePage {
  readonly items!: MilestoneProgressAnswer[];
  readonly next!: string | null;
  /** The instant that the states are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}
