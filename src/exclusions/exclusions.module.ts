import { Global, Module } from '@nestjs/common';
import { ExclusionFilter } from '../vendors/exclusion-filter';
import { ExclusionsController } from './exclusions.controller';
import { MilestonesController } from './milestones.controller';
import { ReadExclusions } from './read-exclusions';
import { ReadMilestones } from './read-milestones';
import { ReportMilestone } from './report-milestone';
import { VendorsExcluded } from './vendors-excluded';

/** Bars on buying. Global, since it narrows the search for vendors, who know no exclusions. */
@Global()
@Module({
  controllers: [ExclusionsController, MilestonesController],
  providers: [
    ReadExclusions,
    ReadMilestones,
    ReportMilestone,
    { provide: ExclusionFilter, useClass: VendorsExcluded },
  ],
  exports: [ExclusionFilter],
})
export class ExclusionsModule {}
