import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from 'passport';
import { AllowedRoles, PublicRoute } from './allow';
import { AnsweredAtHead, letBeKnown } from './answered-at-head';
import { ApiKeyStrategy } from './api-key.strategy';
import { BearerStrategy } from './bearer.strategy';
import type { Caller } from './domain/caller';
import { Forbidden, Unauthenticated } from './domain/errors';
import type { Role } from './role';

type CalledRequest = FastifyRequest & { user?: Caller };

/**
 * Lets a caller through where the route names one of its roles. Global: a forgotten `@Allow` closes a route.
 *
 * Only what stands on the handler counts, so that no class opens what its method does not.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  // Its own, not the process's: two applications in one process do not share who may call.
  private readonly passport = new Authenticator();

  constructor(
    private readonly reflector: Reflector,
    apiKey: ApiKeyStrategy,
    bearer: BearerStrategy,
  ) {
    this.passport.use('api-key', apiKey).use('bearer', bearer);
  }

  /**
   * @throws {Unauthenticated} without valid credentials
   * @throws {InvalidToken} with a bearer token that is not valid
   * @throws {Forbidden} when the caller has no role that the route takes
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get(PublicRoute, handler) as true | undefined) return true;
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<CalledRequest>(), http.getResponse<FastifyReply>()];
    const roles = (this.reflector.get(AllowedRoles, handler) as readonly Role[] | undefined) ?? [];
    letBeKnown(request, this.isAnsweredAtHead(handler, request));
    let caller = await this.callerOf(request, reply);
    if (isOnlyKnown(caller) && !mayCall(caller, roles)) {
      // The tables may hold a role by now that memory does not.
      letBeKnown(request, false);
      caller = await this.callerOf(request, reply);
    }
    // Before the refusal, so that the log says whom it refused.
    request.user = caller;
    if (!mayCall(caller, roles)) throw new Forbidden(roles);
    // Between the caller and the registry no one keeps an answer: an API key means nothing to a cache.
    void reply.header('Cache-Control', 'private, no-cache');
    return true;
  }

  /** The replay of an answer that was kept looks up no one again. */
  private isAnsweredAtHead(
    handler: ReturnType<ExecutionContext['getHandler']>,
    { headers }: FastifyRequest,
  ): boolean {
    const isMarked = (this.reflector.get(AnsweredAtHead, handler) as true | undefined) ?? false;
    return isMarked && headers['idempotency-key'] === undefined;
  }

  private callerOf(request: CalledRequest, reply: FastifyReply): Promise<Caller> {
    const strategy = strategyFor(request);
    return new Promise((resolve, reject) => {
      const decide = (error: unknown, caller: unknown): void => {
        if (error instanceof Error) reject(error);
        else if (caller) resolve(caller as Caller);
        else reject(new Unauthenticated());
      };
      const options = { session: false };
      const run = this.passport.authenticate(strategy, options, decide) as Middleware;
      run(request, reply, (error) => decide(error, undefined));
    });
  }
}

const isOnlyKnown = ({ authenticatedAt }: Caller): boolean => authenticatedAt !== undefined;

const mayCall = (caller: Caller, roles: readonly Role[]): boolean =>
  roles.some((role) => caller.roles.includes(role));

type Middleware = (
  request: FastifyRequest,
  reply: FastifyReply,
  next: (error?: unknown) => void,
) => void;

/** @throws {Unauthenticated} without credentials, or with two, which could be two callers' */
function strategyFor({ headers }: FastifyRequest): 'api-key' | 'bearer' {
  const hasKey = headers['x-api-key'] !== undefined;
  const hasToken = headers.authorization !== undefined;
  if (hasKey && hasToken) throw new Unauthenticated('Send an API key or a bearer token, not both.');
  if (!hasKey && !hasToken) throw new Unauthenticated();
  return hasKey ? 'api-key' : 'bearer';
}
