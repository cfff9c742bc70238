import { Module } from '@nestjs/common';
import { OpenProceeding } from './open-proceeding';
import { ProceedingsController } from './proceedings.controller';
import { ReadProceedings } from './read-proceedings';
import { RecordStep } from './record-step';

/** Due process: how a vendor is told, answers, and is decided about. Bars nobody. */
@Module({
  controllers: [ProceedingsController],
  providers: [OpenProceeding, RecordStep, ReadProceedings],
  exports: [OpenProceeding, RecordStep],
})
export class ProceedingsModule {}
