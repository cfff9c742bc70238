import type { Verdict } from '../../checks/domain/verdict';

/** A recorded check, as far as purchases are compared with it. */
export interface ConsideredCheck {
  readonly id: string;
  /** Without space around. */
  readonly reference: string | null;
  /** Id of the vendor that it was decided about; null where it was not sure who was meant. */
  readonly vendor: string | null;
  /** Ids of those who may have been meant. */
  readonly candidates: readonly string[];
  /** Code of the agency that it was bought for. */
  readonly agency: string;
  /** Code of the list that was asked for; null: any, or none. */
  readonly list: string | null;
  readonly verdict: Verdict;
  /** The instant of the purchase that was asked about. */
  readonly at: Date;
  readonly decidedAt: Date;
  /** Until when it may be relied on; not after `decidedAt` where it is about a time that was over. */
  readonly validUntil: Date;
}
