import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FeatureAnswer } from '../screening/feature-answer.dto';
import type { Standing } from './ask-standing';
import type { RecordedCheck, Told } from './domain/check';
import type { Candidate, MatchedVendor, Screening } from './domain/decide';
import type { AskedVendor } from './domain/parse-question';
import type { Money, Purchase, PurchasedItem } from './domain/question';
import type { PathStep, Reason } from './domain/reason';
import type { ReceiptedCheck } from './receipts/receipt-issuer';

const Instant = (): PropertyDecorator => ApiProperty({ type: String, format: 'date-time' });

/** The vendor that the verdict is about. */
export class MatchedVendorAnswer implements MatchedVendor {
  /** UUIDv7. */
  readonly id!: string;
  /** The legal name. */
  readonly name!: string;
  /** The member of the question that it was found by. */
  readonly matchedBy!: 'id' | 'uei' | 'cage' | 'duns' | 'lei' | 'name';
}

/** A vendor that may be meant. */
export class CandidateAnswer implements Candidate {
  /** UUIDv7. */
  readonly id!: string;
  /** The legal name. */
  readonly name!: string;
  /** ISO 3166-1 alpha-2; null where it isn't known. */
  readonly country!: string | null;
  /** The members of the question that lead to it; `likeness` where only its name is like the one given. */
  readonly matchedBy!: ('id' | 'uei' | 'cage' | 'duns' | 'lei' | 'name' | 'likeness')[];
  /** How much it resembles who was asked for, 0 to 1; null where no name was given. Checks of before names were compared lack it. */
  readonly score?: number | null;
  /** What the score is made of. */
  readonly features?: FeatureAnswer[];
  /** Its name that is most like the one given; null where none was given, or none is alike. */
  readonly resembles?: string | null;
}

/** How likenesses of names were judged. `GET /v1/screening/algorithm` describes the algorithm. */
export class CheckScreeningAnswer implements Screening {
  /** Of the algorithm that compared names. */
  readonly version!: string;
  /** From which score on a likeness to somebody or something excluded was told. */
  readonly deny!: number;
  /** From which score on a vendor was a candidate for whom may be meant. */
  readonly candidate!: number;
}

/** A half-open stretch of time, `[from, to)`; null: unbounded on that side. */
export class ReasonPeriodAnswer {
  @Instant()
  readonly from!: string | null;

  @Instant()
  readonly to!: string | null;
}

/** One step from an excluded vendor to another that its exclusion reaches. */
export class PathStepAnswer implements PathStep {
  /** Id of the vendor that the step leads to. */
  readonly vendor!: string;
  readonly name!: string;
  /** What it is to the vendor before it; null for the first, which is the excluded one. */
  readonly relation!:
    'subsidiary' | 'successor' | 'affiliate' | 'common-control' | 'parent' | 'predecessor' | null;
  /** Position of the history entry that the relation rests on; null for the first. */
  readonly position!: number | null;
}

/** Why the verdict is what it is. */
export class ReasonAnswer implements Told<Reason> {
  /** Stable; new ones may be added. */
  readonly code!:
    | 'VENDOR_EXCLUDED'
    | 'AFFILIATE_EXCLUDED'
    | 'COVERED_ARTICLE'
    | 'LISTING_REMOVED'
    | 'LISTING_SUSPENDED'
    | 'LISTING_EXPIRED'
    | 'LISTING_NOT_YET_EFFECTIVE'
    | 'CATEGORY_NOT_COVERED'
    | 'NOT_LISTED'
    | 'VENDOR_NOT_FOUND'
    | 'IDENTITY_CONFLICT'
    | 'NAME_ONLY_MATCH'
    | 'POSSIBLE_EXCLUDED_MATCH'
    | 'POSSIBLE_COVERED_ARTICLE'
    | 'EXCLUSION_UNDECIDED'
    | 'SUSPENSION_UNCONFIRMED'
    | 'WAIVED'
    | 'LISTED'
    | 'NOT_EXCLUDED';
  /** What this reason alone comes to; the gravest of all is the verdict of the check. */
  readonly verdict!: 'ineligible' | 'review' | 'eligible';
  /** A sentence for a person. @example "Removed from GSA IT Schedule 70 on 11 July 2017." */
  readonly message!: string;
  /** Code of the list that it is about; null: of none. */
  readonly list!: string | null;
  /** Id of the exclusion that it is about; null: of none. */
  readonly exclusion!: string | null;
  /** Index of the purchase's item that it is about; null: of the purchase as a whole. */
  readonly item!: number | null;
  /** How the exclusion reaches the vendor, from the excluded one to it; empty where it is named itself. */
  readonly path!: PathStepAnswer[];
  /** What the excluding agency adds, word for word. */
  readonly comment!: string | null;
  /** The rule that gives the exclusion its effect at the stage of the purchase. @example "FAR 9.405(a)" */
  readonly rule!: string | null;
  /** The authority of the change that it rests on; null where it rests on none. */
  readonly citation!: string | null;
  /** When what it rests on holds. */
  readonly effective!: ReasonPeriodAnswer;
  /** Position of the history entry that it rests on; null where it rests on there being none. */
  readonly position!: number | null;
}

/** Who asked. */
export class AskedByAnswer {
  /** Id of the person or client. */
  readonly id!: string;
  /** Code of the agency that it belonged to. */
  readonly agency!: string;
}

/** Whom was asked for, as it was asked. */
export class AskedVendorAnswer implements AskedVendor {
  readonly id?: string;
  readonly uei?: string;
  readonly cage?: string;
  readonly duns?: string;
  readonly lei?: string;
  readonly name?: string;
  readonly country?: string;
}

export class MoneyAnswer implements Money {
  /** Decimal. */
  readonly value!: string;
  /** ISO 4217. */
  readonly currency!: string;
}

export class PurchasedItemAnswer implements PurchasedItem {
  readonly manufacturer!: string | null;
  readonly product!: string | null;
  readonly quantity!: number | null;
}

/** The purchase that was asked about, with what the rules fill in. */
export class PurchaseAnswer implements Purchase {
  readonly channel!: 'list' | 'open-market';
  /** null: any list; on the open market: none. */
  readonly list!: string | null;
  readonly category!: string | null;
  /** Code of the agency that the purchase is for. */
  readonly agency!: string;
  readonly stage!: 'solicitation' | 'award' | 'option' | 'modification' | 'subcontract';
  /** What it is bought for; null where that was not said. */
  readonly uses!: string[] | null;
  /** The kind of system that it is for. */
  readonly system!: 'general' | 'national-security' | 'sci';
  readonly reference!: string | null;
  readonly amount!: MoneyAnswer | null;
  readonly items!: PurchasedItemAnswer[];
}

export class AskedAnswer {
  readonly vendor!: AskedVendorAnswer;
  readonly purchase!: PurchaseAnswer;
}

/** A question and its answer, as recorded. */
export class RecordedCheckAnswer implements RecordedCheck {
  /** UUIDv7. */
  readonly id!: string;
  /** Whether it may be bought: yes, no, or only after a person has looked. */
  readonly verdict!: 'ineligible' | 'review' | 'eligible';
  /** The history position (number of entries) that it was decided at. */
  readonly position!: number;
  /** The instant of the purchase. */
  @Instant()
  readonly at!: string;
  @Instant()
  readonly decidedAt!: string;
  /** Until when the answer may be relied on; before `decidedAt` where it is about a time that is over. */
  @Instant()
  readonly validUntil!: string;
  /** null where it is not sure who is meant. */
  readonly vendor!: MatchedVendorAnswer | null;
  /** Who may be meant, where it is not sure; at most 20, the most alike first where only names are alike. */
  readonly candidates!: CandidateAnswer[];
  /** All reasons, gravest first. */
  readonly reasons!: ReasonAnswer[];
  /** Checks that were made before names were compared lack it. */
  readonly screening?: CheckScreeningAnswer;
  readonly askedBy!: AskedByAnswer;
  readonly asked!: AskedAnswer;
}

/** A question and its answer, with the receipt to keep. */
export class CheckAnswer extends RecordedCheckAnswer implements ReceiptedCheck {
  /**
   * What the registry answered, signed: three parts in base64url, joined by dots. Verified offline with the keys at
   * `/.well-known/jwks.json`, or by `POST /v1/checks/verify`. "Eligible" is a permission only until `validUntil`.
   */
  readonly receipt!: string;
}

/** A question and its answer, as recorded, with its receipt. */
export class KeptCheckAnswer extends RecordedCheckAnswer {
  /** As it was given with the answer; null for a check that was made before there were receipts. */
  readonly receipt!: string | null;
}

export class CheckPage {
  readonly items!: RecordedCheckAnswer[];
  readonly next!: string | null;
}

/** What came of one check of a batch: exactly one of the two. */
export class CheckOutcomeAnswer {
  readonly check?: CheckAnswer;

  /** Why it was refused, as it would have been alone; pointers begin at the check. */
  @ApiPropertyOptional({ allOf: [{ $ref: '#/components/schemas/Problem' }] })
  readonly problem?: object;
}

export class CheckBatchAnswer {
  /** The history position (number of entries) that all were decided at. */
  readonly position!: number;
  /** In the order asked. */
  readonly results!: CheckOutcomeAnswer[];
}

/** What a check would say, without a record and without permission to buy. */
export class AskedStandingAnswer implements Told<Standing> {
  readonly verdict!: 'ineligible' | 'review' | 'eligible';
  /** The history position (number of entries) that it rests on. */
  readonly position!: number;
  /** The instant asked about. */
  @Instant()
  readonly at!: string;
  /** The position or the instant asked for; null: now. */
  @ApiProperty({
    oneOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', format: 'date-time' },
      { type: 'null' },
    ],
  })
  readonly knownAt!: number | string | null;
  readonly vendor!: MatchedVendorAnswer | null;
  readonly candidates!: CandidateAnswer[];
  readonly reasons!: ReasonAnswer[];
  readonly screening!: CheckScreeningAnswer;
}
