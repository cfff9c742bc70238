import { Module } from '@nestjs/common';
import { AskStanding } from './ask-standing';
import { CheckBatch } from './check-batch';
import { ChecksController } from './checks.controller';
import { checksCounter } from './count-verdicts';
import { MakeCheck } from './make-check';
import { ReadChecks } from './read-checks';

/** The question before each purchase: decided, recorded, answered, read back. */
@Module({
  controllers: [ChecksController],
  providers: [MakeCheck, CheckBatch, AskStanding, ReadChecks, checksCounter],
  exports: [MakeCheck, AskStanding, ReadChecks],
})
export class ChecksModule {}
