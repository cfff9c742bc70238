import { Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { Budgets, WINDOW_SECONDS } from './budgets';
import { BudgetsModule } from './budgets.module';
import { Idempotency } from './idempotency.interceptor';
import { DatabaseTurns } from './database-turns';
import { RateLimitGuard } from './rate-limit.guard';
import { RunOnce } from './run-once';
import { StrictRequest } from './strict-request.guard';
import { TakeTurn } from './take-turn.interceptor';

const SWEEP_MS = 60 * 60 * 1000;

/**
 * How every request is met, once it is known who calls: budgets, strictness, idempotency, paging.
 *
 * Stands after the module that guards the routes, so that budgets are the caller's.
 */
@Module({
  imports: [
    BudgetsModule,
    ThrottlerModule.forRootAsync({
      imports: [BudgetsModule],
      inject: [Budgets],
      useFactory: (storage: Budgets) => ({
        throttlers: [{ ttl: WINDOW_SECONDS * 1000, limit: Number.MAX_SAFE_INTEGER }],
        storage,
      }),
    }),
  ],
  providers: [
    ...[RunOnce, DatabaseTurns],
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: StrictRequest },
    { provide: APP_INTERCEPTOR, useClass: Idempotency },
    { provide: APP_INTERCEPTOR, useClass: TakeTurn },
  ],
})
export class HttpModule implements OnApplicationBootstrap, OnModuleDestroy {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly runOnce: RunOnce) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.runOnce.sweep(), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }
}
