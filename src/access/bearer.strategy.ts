import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { mayBeKnown } from './answered-at-head';
import { Authenticate } from './authenticate';
import type { Caller } from './domain/caller';
import { InvalidToken, Unauthenticated } from './domain/errors';
import { KnownCallers } from './known-callers';

/** Passport strategy for bearer tokens, `Authorization: Bearer …`. @source RFC 6750, section 2.1 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(
    private readonly authentication: Authenticate,
    private readonly known: KnownCallers,
  ) {
    super();
  }

  /**
   * @throws {Unauthenticated} when the header is of another scheme
   * @throws {InvalidToken} when there is no token in it that opens anything
   */
  async validate(request: FastifyRequest): Promise<Caller> {
    const { authorization = '' } = request.headers;
    if (!/^bearer(\s|$)/i.test(authorization)) throw new Unauthenticated();
    const [, token] = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization) ?? [];
    if (token === undefined) throw new InvalidToken();
    const known = mayBeKnown(request) ? await this.known.byToken(token) : undefined;
    return known ?? this.authentication.byToken(token);
  }
}
