import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

/**
 * Marks a route whose answer rests on the newest history, and which looks up again there who called: see `credential`
 * of the caller. Such a caller may be let in by what memory holds, which can be some entries behind.
 *
 * Not for any other route: it would let in a caller whose key is revoked.
 */
export const AnsweredAtHead = Reflector.createDecorator<true>();

const requests = new WeakSet<FastifyRequest>();

/** Says of a request that memory may tell who sent it, or that it may no longer. */
export function letBeKnown(request: FastifyRequest, may: boolean): void {
  if (may) requests.add(request);
  else requests.delete(request);
}

/** Whether memory may tell who sent a request. */
export const mayBeKnown = (request: FastifyRequest): boolean => requests.has(request);
