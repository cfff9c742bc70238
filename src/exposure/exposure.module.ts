import { Module } from '@nestjs/common';
import { ExposureController } from './exposure.controller';
import { ForeseeImpact } from './foresee-impact';
import { ForesightModule } from './foresight.module';
import { ReadExposure } from './read-exposure';

/** Who relied on what the registry answered, and what a change would have answered. */
@Module({
  imports: [ForesightModule],
  controllers: [ExposureController],
  providers: [ForeseeImpact, ReadExposure],
})
export class ExposureModule {}
