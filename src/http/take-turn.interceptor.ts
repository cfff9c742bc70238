import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Caller } from '../access/caller';
import { DatabaseTurns } from './database-turns';

type CalledRequest = FastifyRequest & { readonly user?: Caller };

/** Marks a route that asks the connections which all share for nothing, or for requests of which this is so. */
export const AsksNoDatabase = Reflector.createDecorator<(request: FastifyRequest) => boolean>();

/** Lets each request wait for its turn at the database. */
@Injectable()
export class TakeTurn implements NestInterceptor {
  constructor(
    private readonly turns: DatabaseTurns,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const asksNone = this.reflector.get(AsksNoDatabase, context.getHandler()) as
      ((request: FastifyRequest) => boolean) | undefined;
    const { user } = request;
    // What is open to everyone is asked little, and tells whether the service is well.
    if (!user || user.roles.includes('admin') || asksNone?.(request)) return next.handle();
    const act = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.turns.take(user, act));
  }
}
