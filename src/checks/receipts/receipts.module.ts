import { Module } from '@nestjs/common';
import { KeysModule } from '../../keys/keys.module';
import { ReceiptIssuer } from './receipt-issuer';
import { ReceiptsController } from './receipts.controller';
import { VerifyReceipt } from './verify-receipt';

/** Receipts of checks: signed once a check is committed, told again, and verified. */
@Module({
  imports: [KeysModule],
  controllers: [ReceiptsController],
  providers: [ReceiptIssuer, VerifyReceipt],
  exports: [ReceiptIssuer],
})
export class ReceiptsModule {}
