import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { ChecksModule } from './checks/checks.module';
import { ClockModule } from './clock/clock.module';
import { EnvironmentModule } from './config/environment.module';
import { CoverageModule } from './coverage/coverage.module';
import { DatabaseModule } from './database/database.module';
import { DemoModule } from './demo/demo.module';
import { EvidenceModule } from './evidence/evidence.module';
import { ExposureModule } from './exposure/exposure.module';
import { ExclusionsModule } from './exclusions/exclusions.module';
import { HealthModule } from './health/health.module';
import { HistoryModule } from './history/history.module';
import { HttpModule } from './http/http.module';
import { ListsModule } from './lists/lists.module';
import { ProceedingsModule } from './proceedings/proceedings.module';
import { ProposalsModule } from './proposals/proposals.module';
import { ProblemsModule } from './problems/problems.module';
import { RegisterModule } from './register/register.module';
import { MatchDecisionsModule } from './screening/decisions/match-decisions.module';
import { ScreeningModule } from './screening/screening.module';
import { VendorsModule } from './vendors/vendors.module';

/** The parts that the registry is made of. */
@Module({
  imports: [
    EnvironmentModule,
    ClockModule,
    DatabaseModule,
    RegisterModule,
    // First who calls, then what is left of their budgets.
    AccessModule,
    HttpModule,
    ProblemsModule,
    ListsModule,
    ExclusionsModule,
    MatchDecisionsModule,
    ProposalsModule,
    ProceedingsModule,
    ChecksModule,
    EvidenceModule,
    ExposureModule,
    CoverageModule,
    DemoModule,
    HealthModule,
    HistoryModule,
    VendorsModule,
    ScreeningModule,
  ],
})
export class AppModule {}
