import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Environment } from '../config/environment';
import { Authenticate } from './authenticate';
import { Unauthenticated } from './domain/errors';
import { OAuthRefusal } from './domain/oauth-refusal';
import { TokenKey } from './token-key';
import { KEY_CLAIM } from './token-verifier';

const TOKEN_SECONDS = 600;

/** A caller's id, and one of its API keys. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

/** Gives an access token (RFC 9068) for an API key. It says who calls, not what they may do. */
@Injectable()
export class IssueToken {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly key: TokenKey,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** @throws {OAuthRefusal} `invalid_client` when the key is not one of that client, or opens nothing now */
  async execute({ clientId, clientSecret }: ClientCredentials): Promise<IssuedToken> {
    const { caller, key } = await this.authenticate.byKey(clientSecret).catch(asInvalidClient);
    if (caller.id !== clientId.toLowerCase()) throw OAuthRefusal.invalidClient();
    const { kid, privateKey } = this.key;
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const expiresAt = Math.min(issuedAt + TOKEN_SECONDS, secondsOf(key.expiresAt));
    const accessToken = await new SignJWT({ client_id: caller.id, [KEY_CLAIM]: key.id })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid })
      .setIssuer(this.environment.BASE_URL)
      .setAudience(this.environment.BASE_URL)
      .setSubject(caller.id)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { accessToken, expiresInSeconds: expiresAt - issuedAt };
  }
}

function asInvalidClient(error: unknown): never {
  throw error instanceof Unauthenticated ? OAuthRefusal.invalidClient() : error;
}

const secondsOf = (instant: Date | null): number =>
  instant ? Math.ceil(instant.getTime() / 1000) : Infinity;
