import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { FindCoverage } from './find-coverage';

/** Which purchases were checked before they were made. Reads recorded checks; writes nothing. */
@Module({
  controllers: [CoverageController],
  providers: [FindCoverage],
})
export class CoverageModule {}
