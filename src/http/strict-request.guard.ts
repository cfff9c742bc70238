import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { InvalidRequest, type Violation } from '../problems/registry-error';
import { pointerTo } from './domain/json-pointer';
import { preferredKind } from './domain/preferred-kind';
import { NotAcceptable } from './errors';

/** What a handler takes of one part of the request: the whole as a class, some members by name, or nothing. */
type Taken = 'whole' | ReadonlySet<string>;

/** Refuses what a route does not take and no class would catch: parameters and bodies that it never reads. */
@Injectable()
export class StrictRequest implements CanActivate {
  private readonly known = new WeakMap<object, { query: Taken; body: Taken }>();

  /** @throws {NotAcceptable} @throws {InvalidRequest} */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    requireAccepted(request);
    const { query, body } = this.takenBy(context);
    const violations = [
      ...unknownIn(request.query, query),
      ...unknownIn(request.body, body),
      ...unreadableIn(request.params),
      ...unreadableIn(request.query),
    ];
    if (violations.length > 0) throw new InvalidRequest(violations);
    return true;
  }

  private takenBy(context: ExecutionContext): { query: Taken; body: Taken } {
    const handler = context.getHandler();
    const known = this.known.get(handler);
    if (known) return known;
    const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ??
      {}) as Record<string, { data?: unknown }>;
    const taken = {
      query: takenAs(RouteParamtypes.QUERY, declared),
      body: takenAs(RouteParamtypes.BODY, declared),
    };
    this.known.set(handler, taken);
    return taken;
  }
}

/** @throws {NotAcceptable} where the caller does not take what the route gives, and asks for no other format of it */
function requireAccepted({ headers: { accept }, routeOptions, query }: FastifyRequest): void {
  const { url = '' } = routeOptions;
  if (!url.startsWith('/v1/') || 'format' in (query as object)) return;
  const kind = url.endsWith('.ics') ? 'text/calendar' : 'application/json';
  if (preferredKind(accept, [kind, PROBLEM]) === null) throw new NotAcceptable([kind]);
}

const PROBLEM = 'application/problem+json';

function takenAs(kind: RouteParamtypes, declared: Record<string, { data?: unknown }>): Taken {
  const names = Object.entries(declared)
    .filter(([key]) => key.startsWith(`${kind}:`))
    .map(([, { data }]) => data);
  return names.includes(undefined) ? 'whole' : new Set(names.map(String));
}

function unknownIn(given: unknown, taken: Taken): Violation[] {
  if (typeof given !== 'object' || given === null) return [];
  // The class that takes the whole is never shown names that every object has.
  const isTaken = (name: string): boolean =>
    taken === 'whole' ? !(name in Object.prototype) : taken.has(name);
  return Object.keys(given)
    .filter((name) => !isTaken(name))
    .slice(0, 50)
    .map((name) => ({ pointer: pointerTo('', name), message: 'is not a known member' }));
}

/** Members of an address that hold what no text of the registry can hold. */
function unreadableIn(given: unknown): Violation[] {
  return Object.entries((given ?? {}) as Record<string, unknown>)
    .filter(([name, value]) => !isReadable(name) || ![value].flat().map(String).every(isReadable))
    .map(([name]) => ({ pointer: pointerTo('', name), message: 'holds a control character' }));
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const isReadable = (text: string): boolean => !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
