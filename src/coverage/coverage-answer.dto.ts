import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer } from '../checks/check-answer.dto';
import type { ConsideredCheck } from './domain/considered-check';
import type { FoundBy } from './domain/coverage';
import { FINDINGS, type Finding } from './domain/finding';
import type { FoundPurchases, Totals } from './domain/totals';
import type { FoundPurchase } from './find-coverage';

/** Purchases of which the same is found. */
export class FoundPurchasesAnswer implements FoundPurchases {
  readonly purchases!: number;
  /** What they came to, as far as that was told: one exact sum for each currency. */
  readonly amounts!: MoneyAnswer[];
}

/** How many purchases there are of each finding. */
export class TotalsAnswer implements Totals {
  /** The last check before the award said "ineligible". */
  readonly saidNo!: FoundPurchasesAnswer;
  /** It said that a person must look. */
  readonly review!: FoundPurchasesAnswer;
  /** It said "eligible", and could no longer be relied on at the award. */
  readonly tooOld!: FoundPurchasesAnswer;
  /** A check was asked only after the award, or about a later time. */
  readonly afterAward!: FoundPurchasesAnswer;
  /** The checks with this reference were about another vendor, or found nobody. */
  readonly otherVendor!: FoundPurchasesAnswer;
  /** There is no check. */
  readonly noCheck!: FoundPurchasesAnswer;
  /** The purchase can't be looked up. */
  readonly unreadable!: FoundPurchasesAnswer;
  /** The last check before the award said "eligible", and could be relied on. */
  readonly covered!: FoundPurchasesAnswer;
}

/** The check that a finding rests on. */
export class CoveringCheckAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly decidedAt!: Date;
  /** Until when it may be relied on, as it says itself. */
  readonly validUntil!: Date;
  readonly verdict!: 'ineligible' | 'review' | 'eligible';

  static of({ id, decidedAt, validUntil, verdict }: ConsideredCheck): CoveringCheckAnswer {
    return { id, decidedAt, validUntil, verdict };
  }
}

/** A purchase and what is found of it. What is null was not said, or can't be read. */
export class CoverageRowAnswer {
  /** Line of the file on which it begins, the header's being 1; in JSON its place in `purchases`, from 1 on. */
  readonly line!: number;
  readonly reference!: string | null;
  /** Id of the vendor, as it is known now; null where nobody is known at the award, or it is not clear who is meant. */
  readonly vendor!: string | null;
  readonly awardedAt!: Date | null;
  readonly agency!: string | null;
  readonly list!: string | null;
  readonly amount!: MoneyAnswer | null;
  /** The same words as the members of `totals`. */
  @ApiProperty({ enum: FINDINGS })
  readonly finding!: Finding;
  /** How the check was found. By `vendor` alone it may have been about another purchase. */
  readonly matchedBy!: FoundBy | null;
  readonly check!: CoveringCheckAnswer | null;
  /** A sentence for a person. */
  readonly message!: string;

  static of({ purchase, vendor, finding, ...found }: FoundPurchase): CoverageRowAnswer {
    const { line, reference, awardedAt, agency, list, amount } = purchase;
    const { matchedBy, check, message } = found;
    return {
      ...{ line, reference, vendor, awardedAt, agency, list, amount, finding, matchedBy, message },
      check: check && CoveringCheckAnswer.of(check),
    };
  }
}

/** Which purchases had a check that could be relied on at their award. */
export class CoverageAnswer {
  /** The history position (number of entries) that it rests on, as to who is who. */
  readonly position!: number;
  readonly totals!: TotalsAnswer;
  /** Columns of the file that mean nothing here; at most 50 are named. */
  readonly ignoredColumns!: string[];
  /** In the order given. */
  readonly rows!: CoverageRowAnswer[];
}
