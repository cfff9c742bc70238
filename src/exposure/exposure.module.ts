import { Global, Module } from '@nestjs/common';
import { Foresight } from '../proposals/foresight';
import { ExposureController } from './exposure.controller';
import { ForeseeImpact } from './foresee-impact';
import { ImpactOfChange } from './impact';
import { ReadExposure } from './read-exposure';

/** Who relied on what the registry answered, and what a change would have answered. */
@Global()
@Module({
  controllers: [ExposureController],
  providers: [{ provide: Foresight, useClass: ImpactOfChange }, ForeseeImpact, ReadExposure],
  exports: [Foresight],
})
export class ExposureModule {}
