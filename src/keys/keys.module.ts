import { Module } from '@nestjs/common';
import { Environment } from '../config/environment';
import { ReceiptKeys } from './receipt-keys';

/** The keys with which the registry signs what it says to the outside, but for its tokens. */
@Module({
  providers: [
    {
      provide: ReceiptKeys,
      inject: [Environment],
      useFactory: (environment: Environment) => ReceiptKeys.load(environment),
    },
  ],
  exports: [ReceiptKeys],
})
export class KeysModule {}
