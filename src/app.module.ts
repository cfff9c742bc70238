import { Module } from '@nestjs/common';
import { ClockModule } from './clock/clock.module';
import { EnvironmentModule } from './config/environment.module';
import { DatabaseModule } from './database/database.module';
import { ProblemsModule } from './problems/problems.module';

/** The parts that the registry is made of. */
@Module({
  imports: [EnvironmentModule, ClockModule, DatabaseModule, ProblemsModule],
})
export class AppModule {}
