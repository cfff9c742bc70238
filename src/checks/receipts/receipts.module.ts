import { Module } from '@nestjs/common';
import { KeysModule } from '../../keys/keys.module';
import { ReceiptIssuer } from './receipt-issuer';

/** Receipts of checks: signed once a check is committed, told again, and verified. */
@Module({
  imports: [KeysModule],
  providers: [ReceiptIssuer],
  exports: [ReceiptIssuer],
})
export class ReceiptsModule {}
