import { Injectable } from '@nestjs/common';
import type { AskedCheck } from './domain/parse-question';
import { ReceiptIssuer, type AskedForm, type ReceiptedCheck } from './receipts/receipt-issuer';
import type { Asking } from './recording/asking';
import { CheckRecorder } from './recording/check-recorder';
import { checkOf, type Outcomes } from './recording/outcome';

/** Answers whether a vendor may be bought from. No answer without its record, and none in doubt of it. */
@Injectable()
export class MakeCheck {
  constructor(
    private readonly recorder: CheckRecorder,
    private readonly receipts: ReceiptIssuer,
  ) {}

  /**
   * Decides and records one check.
   *
   * @param form of the receipt; left out: as the settings say
   * @throws {MalformedIdentifier} when an identifier breaks its format
   * @throws {InvalidRequest} when members don't fit each other, or there is no list of that code
   * @throws {PositionNotReached} when the history is shorter than `minPosition`
   * @throws {TooManyChecksWaiting} at once, when it would not be its turn in time
   * @throws {NotRecordedInTime} when the record could not be committed within 2 s
   */
  async execute(asked: AskedCheck, asking: Asking, form?: AskedForm): Promise<ReceiptedCheck> {
    const { outcomes } = await this.recorder.record([asked], asking);
    return this.receipts.answer(checkOf(outcomes[0]), form);
  }

  /**
   * Decides checks at one position and records them together; what is wrong with one is told of it alone.
   *
   * @throws {TooManyChecksWaiting}
   * @throws {NotRecordedInTime}
   */
  executeAll(asked: readonly AskedCheck[], asking: Asking): Promise<Outcomes> {
    return this.recorder.record(asked, asking);
  }
}
