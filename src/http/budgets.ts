import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock/clock';
import { Environment } from '../config/environment';

/** What a request is counted against. An admin's requests have a budget apart from all others. */
export type Budget = 'checks' | 'reads' | 'writes' | 'admin' | 'anonymous';

/** How much of a budget is left to its holder. */
export interface Allowance {
  /** Requests (or checks) that the budget has in a window. */
  readonly limit: number;
  readonly remaining: number;
  /** Until the budget is whole again. */
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

const WINDOW_MS = 60_000;
export const WINDOW_SECONDS = WINDOW_MS / 1000;

/** How much was taken since a window began. */
interface Taken {
  count: number;
  readonly endsAt: number;
}

/** What each caller has left of its budgets in this minute, in this instance. */
@Injectable()
export class Budgets implements ThrottlerStorage {
  private readonly taken = new Map<string, Taken>();
  private sweepAt = 0;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes from a budget, or says that there is not enough left in it.
   *
   * @param holder whose budget it is
   * @param cost   how many requests, or checks, are asked for at once
   */
  take(budget: Budget, holder: string, cost = 1): Allowance {
    const limit = this.limitOf(budget);
    const now = this.clock.now().getTime();
    const window = this.windowOf(`${budget} ${holder}`, now);
    const exceeded = window.count + cost > limit;
    if (!exceeded) window.count += cost;
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
      exceeded,
    };
  }

  /** The library's own question; the guard asks {@link take} instead, which knows what a request costs. */
  increment(key: string): ReturnType<ThrottlerStorage['increment']> {
    const { limit, remaining, resetSeconds, exceeded } = this.take('reads', key);
    return Promise.resolve({
      totalHits: limit - remaining,
      timeToExpire: resetSeconds,
      isBlocked: exceeded,
      timeToBlockExpire: exceeded ? resetSeconds : 0,
    });
  }

  private limitOf(budget: Budget): number {
    const { environment } = this;
    switch (budget) {
      case 'checks':
        return environment.RATE_LIMIT_CHECKS;
      case 'reads':
        return environment.RATE_LIMIT_READS;
      case 'writes':
        return environment.RATE_LIMIT_WRITES;
      case 'admin':
        return environment.RATE_LIMIT_ADMIN;
      case 'anonymous':
        return environment.RATE_LIMIT_ANONYMOUS;
    }
  }

  private windowOf(key: string, now: number): Taken {
    this.sweep(now);
    const present = this.taken.get(key);
    // A window that ends too far ahead is from before the clock was set back.
    if (present && present.endsAt > now && present.endsAt <= now + WINDOW_MS) return present;
    const fresh = { count: 0, endsAt: now + WINDOW_MS };
    this.taken.set(key, fresh);
    return fresh;
  }

  private sweep(now: number): void {
    if (now < this.sweepAt && this.sweepAt <= now + WINDOW_MS) return;
    this.sweepAt = now + WINDOW_MS;
    for (const [key, { endsAt }] of this.taken) if (endsAt <= now) this.taken.delete(key);
  }
}

/**
 * Says in the answer how much of a budget is left.
 *
 * @source draft-ietf-httpapi-ratelimit-headers-10
 */
export function tellAllowance(reply: FastifyReply, budget: Budget, allowance: Allowance): void {
  const { limit, remaining, resetSeconds } = allowance;
  void reply
    .header('RateLimit-Policy', `"${budget}";q=${limit};w=${WINDOW_SECONDS}`)
    .header('RateLimit', `"${budget}";r=${remaining};t=${resetSeconds}`);
}
