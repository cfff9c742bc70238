import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { Credentials } from './credentials';
import { opens, parseApiKey } from './domain/api-key';
import type { Caller } from './domain/caller';
import { callerBy, type CredentialKey } from './domain/credential';
import { InvalidToken, Unauthenticated } from './domain/errors';
import { TokenVerifier, type VerifiedToken } from './token-verifier';

/**
 * Finds out who is calling.
 *
 * What the registry says of the caller, its key and its roles is read anew each time and kept nowhere, so
 * that whatever was taken away is gone with the answer that took it away, on every instance.
 */
@Injectable()
export class Authenticate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly tokens: TokenVerifier,
  ) {}

  /** @throws {Unauthenticated} when the text is no key that opens anything now, whatever the cause */
  async byKey(text: string): Promise<{ readonly caller: Caller; readonly key: CredentialKey }> {
    const apiKey = parseApiKey(text);
    if (!apiKey) throw notAKey();
    const credential = await new Credentials(this.dataSource.manager).ofKey(apiKey.selector);
    if (!opens(apiKey.verifier, credential?.key.digest) || !credential) throw notAKey();
    const caller = callerBy(credential, this.clock.now());
    if (!caller) throw notAKey();
    return { caller, key: credential.key };
  }

  /**
   * @throws {InvalidToken} when the text is no token that opens anything now, whatever the cause
   * @throws {IssuerUnreachable} when the outside issuer's keys can't be had
   */
  async byToken(text: string): Promise<Caller> {
    const token = await this.tokens.verify(text);
    const credentials = new Credentials(this.dataSource.manager);
    const credential = await credentialOf(token, credentials);
    const caller = credential && callerBy(credential, this.clock.now());
    if (!caller) throw new InvalidToken();
    return caller;
  }
}

const notAKey = (): Unauthenticated => new Unauthenticated('The API key is not valid.');

async function credentialOf(token: VerifiedToken, credentials: Credentials) {
  if (token.from === 'outside') return credentials.ofSubject(token.issuer, token.subject);
  const credential = await credentials.ofKey(token.keyId);
  return credential?.caller.id === token.callerId ? credential : undefined;
}
