import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
} from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller';
import { Budgets, tellAllowance, type Budget } from './budgets';
import { natureOf } from './nature-of-request';
import { TooManyRequests } from './errors';

type CalledRequest = FastifyRequest & { readonly user?: Caller };

/** Holds each caller to its budgets, so that no flood of one kind of request holds up another. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  /** Handlers whose requests the library counts. */
  private readonly counted = new WeakSet<object>();

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() private readonly budgets: Budgets,
    reflector: Reflector,
  ) {
    super(options, budgets, reflector);
  }

  // The library looks for its decorators at each request, though they stay as they are.
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.counted.has(context.getHandler())) return await super.canActivate(context);
    this.count(context);
    return true;
  }

  protected override handleRequest({ context }: ThrottlerRequest): Promise<boolean> {
    this.counted.add(context.getHandler());
    this.count(context);
    return Promise.resolve(true);
  }

  private count(context: ExecutionContext): void {
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const budget = budgetOf(request);
    const holder = request.user?.id ?? request.ip;
    const allowance = this.budgets.take(budget, holder, costOf(request, budget));
    tellAllowance(reply, budget, allowance);
    if (allowance.exceeded) throw new TooManyRequests(budget, allowance.resetSeconds);
  }
}

function budgetOf({ user, method, routeOptions }: CalledRequest): Budget {
  if (!user) return 'anonymous';
  if (user.roles.includes('admin')) return 'admin';
  return natureOf(method, routeOptions.url);
}

/** A batch costs what its checks would cost one by one. */
function costOf({ body }: FastifyRequest, budget: Budget): number {
  const { checks } = (body ?? {}) as { checks?: unknown };
  return budget === 'checks' && Array.isArray(checks) ? Math.max(1, checks.length) : 1;
}
