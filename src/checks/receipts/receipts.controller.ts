import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../access/allow';
import { CurrentCaller, type Caller } from '../../access/caller';
import { ChangesNothing } from '../../http/changes-nothing';
import { ReceiptVerificationAnswer, VerifyReceiptDto } from './receipts.dto';
import { VerifyReceipt } from './verify-receipt';

@ApiTags('checks')
@Controller('v1/checks')
export class ReceiptsController {
  constructor(private readonly verifyReceipt: VerifyReceipt) {}

  /**
   * Whether a receipt is genuine, what it says, and whether that still counts. A receipt that is not genuine is an
   * answer too: `valid` is false, and `why` says what is wrong. Whoever does not trust this registry's answer can verify
   * a receipt offline, with the keys at `/.well-known/jwks.json`.
   */
  @Post('verify')
  @HttpCode(200)
  @Allow('procurement', 'admin', 'auditor')
  // What was current may not be told again when it is over.
  @ChangesNothing()
  verify(
    @Body() { receipt }: VerifyReceiptDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReceiptVerificationAnswer> {
    return this.verifyReceipt.execute(receipt, caller);
  }
}
