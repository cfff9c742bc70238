import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, PurchasedItemAnswer } from '../checks/check-answer.dto';
import type { RecordedCheck } from '../checks/domain/check';
import type { ReasonCode } from '../checks/domain/reason';
import { REASON_CODES } from '../checks/domain/reason';
import { ImpactAnswer } from '../proposals/impact.dto';
import type { Connection, Match } from './domain/concern';
import type { AgencyExposure, ClientExposure, ExposureCount, Tally } from './domain/exposure';

const MATCHES = ['vendor', 'affiliate', 'candidate', 'article', 'possible-article'] as const;

/** Some checks, taken together. */
export class TallyAnswer implements Tally {
  /** How many. */
  readonly checks!: number;
  /** How many purchases they were about, as far as these had a reference. */
  readonly references!: number;
  /** What the purchases came to, as far as that was told: one exact sum for each currency. */
  readonly amounts!: MoneyAnswer[];
  /** When the first of them was decided. */
  readonly firstAt!: Date | null;
  /** When the last of them was decided. */
  readonly lastAt!: Date | null;
}

/** How many of some checks had which verdict. */
export class VerdictCountsAnswer {
  readonly eligible!: number;
  readonly review!: number;
  readonly ineligible!: number;
}

/** Checks, and among them those that could be relied on. */
export class ExposureCountAnswer extends TallyAnswer implements ExposureCount {
  readonly verdicts!: VerdictCountsAnswer;
  /** Those that were answered "eligible": purchases that may have to be looked at again. */
  readonly eligible!: TallyAnswer;
}

/** Checks by callers of one agency, for purchases of one agency. */
export class AgencyExposureAnswer extends ExposureCountAnswer implements AgencyExposure {
  /** Code of the agency whose callers asked. */
  readonly agency!: string;
  /** Code of the agency that it was bought for. */
  readonly forAgency!: string;
}

/** Checks by one caller. */
export class ClientExposureAnswer extends ExposureCountAnswer implements ClientExposure {
  /** Id of the person or client that asked. */
  readonly client!: string;
  /** Code of its agency when it asked. */
  readonly agency!: string;
}

/** A vendor whose checks are counted. */
export class ExposedVendorAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** The legal name. */
  readonly name!: string;
  /** `vendor`: the one that is asked about or excluded, or one that it is one with. `affiliate`: it belongs to that one. */
  readonly connection!: 'vendor' | 'affiliate';

  static of({ id, name }: { id: string; name: string }, connection: Connection) {
    return { id, name, connection } satisfies ExposedVendorAnswer;
  }
}

/** A recorded check that is concerned. */
export class ExposedCheckAnswer {
  /** UUIDv7. */
  readonly id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  readonly decidedAt!: string;
  /** The instant of the purchase. */
  @ApiProperty({ type: String, format: 'date-time' })
  readonly at!: string;
  /** What was answered. */
  readonly verdict!: 'ineligible' | 'review' | 'eligible';
  /** Codes of the reasons, gravest first. */
  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...REASON_CODES] } })
  readonly reasons!: ReasonCode[];
  /**
   * How it is concerned. By the `vendor` itself, by an `affiliate`, or by one of them as a `candidate`, where it was
   * not sure who was meant; by an `article` that is covered for sure, or a `possible-article`.
   */
  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...MATCHES] } })
  readonly matches!: Match[];
  /** Id of the vendor; null where it was not sure who was meant. */
  readonly vendor!: string | null;
  /** Code of the agency whose caller asked. */
  readonly agency!: string;
  /** Code of the agency that it was bought for. */
  readonly forAgency!: string;
  /** Id of the person or client that asked. */
  readonly client!: string;
  /** Code of the list that was bought from. */
  readonly list!: string | null;
  /** What the buyer calls the purchase. */
  readonly reference!: string | null;
  readonly amount!: MoneyAnswer | null;
  readonly items!: PurchasedItemAnswer[];

  static of(check: RecordedCheck, matches: readonly Match[]): ExposedCheckAnswer {
    const { id, decidedAt, at, verdict, reasons, vendor, askedBy } = check;
    const { agency: forAgency, list, reference, amount, items } = check.asked.purchase;
    return {
      ...{ id, decidedAt, at, verdict, matches: [...matches] },
      reasons: [...new Set(reasons.map(({ code }) => code))],
      ...{ vendor: vendor?.id ?? null, agency: askedBy.agency, forAgency, client: askedBy.id },
      ...{ list, reference, amount, items },
    };
  }
}

/** Who asked before a purchase, and who was told "eligible". */
export class ExposureAnswer {
  /** The history position (number of entries) that it rests on, as to who is who and what is covered. */
  readonly position!: number;
  readonly since!: Date | null;
  readonly until!: Date | null;
  /** Whose checks are counted; none where articles are asked about. */
  readonly vendors!: ExposedVendorAnswer[];
  /** Whether there are older checks of things bought, which were not looked through for what is covered. */
  readonly incomplete!: boolean;
  readonly total!: ExposureCountAnswer;
  readonly agencies!: AgencyExposureAnswer[];
  readonly clients!: ClientExposureAnswer[];
  /** Newest first. May be fewer than asked for, even none, while there is a page after. */
  readonly items!: ExposedCheckAnswer[];
  readonly next!: string | null;
}

/** What a proposal would change if it were approved now. */
export class ProposalImpactAnswer extends ImpactAnswer {
  /** The history position (number of entries) that it rests on. */
  readonly position!: number;
}
