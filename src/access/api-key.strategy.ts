import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { mayBeKnown } from './answered-at-head';
import { Authenticate } from './authenticate';
import type { Caller } from './domain/caller';
import { Unauthenticated } from './domain/errors';
import { KnownCallers } from './known-callers';

/** Passport strategy for API keys, `X-API-Key: avr_…`. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  constructor(
    private readonly authentication: Authenticate,
    private readonly known: KnownCallers,
  ) {
    super();
  }

  /** @throws {Unauthenticated} */
  async validate(request: FastifyRequest): Promise<Caller> {
    const text = request.headers['x-api-key'];
    if (typeof text !== 'string') throw new Unauthenticated();
    const known = mayBeKnown(request) ? this.known.byKey(text) : undefined;
    if (known) return known;
    const { caller } = await this.authentication.byKey(text);
    return caller;
  }
}
