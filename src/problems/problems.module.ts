import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BudgetsModule } from '../http/budgets.module';
import { ProblemFilter } from './problem.filter';
import { ProblemsController } from './problems.controller';

/** How refusals, outages and faults are told, and the pages that explain them. */
@Module({
  imports: [BudgetsModule],
  controllers: [ProblemsController],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
})
export class ProblemsModule {}
