import { Module } from '@nestjs/common';
import { Budgets } from './budgets';

/** What each caller has left of its budgets. */
@Module({ providers: [Budgets], exports: [Budgets] })
export class BudgetsModule {}
