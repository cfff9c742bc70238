import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { Authenticate } from './authenticate';
import type { Caller } from './domain/caller';
import { Unauthenticated } from './domain/errors';

/** Passport strategy for API keys, `X-API-Key: avr_…`. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  constructor(private readonly authentication: Authenticate) {
    super();
  }

  /** @throws {Unauthenticated} */
  async validate({ headers }: FastifyRequest): Promise<Caller> {
    const text = headers['x-api-key'];
    if (typeof text !== 'string') throw new Unauthenticated();
    const { caller } = await this.authentication.byKey(text);
    return caller;
  }
}
