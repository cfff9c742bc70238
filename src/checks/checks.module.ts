import { Module } from '@nestjs/common';
import { AskStanding } from './ask-standing';
import { CheckBatch } from './check-batch';
import { CheckDoor } from './check-door';
import { ChecksController } from './checks.controller';
import { checksCounter } from './count-verdicts';
import { MakeCheck } from './make-check';
import { ReadChecks } from './read-checks';
import { ReadStanding } from './read-standing';
import { ReceiptsModule } from './receipts/receipts.module';
import { RecordingModule } from './recording/recording.module';

import { StandingController } from './standing.controller';

/** The question before each purchase: decided, recorded, answered, read back. */
@Module({
  imports: [ReceiptsModule, RecordingModule],
  controllers: [ChecksController, StandingController],
  providers: [
    MakeCheck,
    CheckBatch,
    AskStanding,
    ReadChecks,
    ReadStanding,
    checksCounter,
    CheckDoor,
  ],
  exports: [MakeCheck, AskStanding, ReadChecks],
})
export class ChecksModule {}
