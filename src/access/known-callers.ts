import { Inject, Injectable, Optional } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { opens, parseApiKey } from './domain/api-key';
import type { Caller } from './domain/caller';
import { callerBy, type Credential } from './domain/credential';
import type { CredentialReference } from './domain/credential-reference';
import { CredentialSource, type KnownCredentials } from './domain/credential-source';
import { TokenVerifier } from './token-verifier';

/**
 * Finds out who is calling by what memory holds, without asking the database.
 *
 * It may be some entries behind, so each caller says as of which position it is one; whoever answers it makes sure that
 * it still is. Of those whom memory does not know, or does not let in, only the tables can tell: it says nothing.
 */
@Injectable()
export class KnownCallers {
  constructor(
    private readonly clock: Clock,
    private readonly tokens: TokenVerifier,
    // The command line and parts by themselves have no memory of the registry.
    @Optional() @Inject(CredentialSource) private readonly source?: CredentialSource,
  ) {}

  byKey(text: string): Caller | undefined {
    const credentials = this.source?.current();
    const apiKey = credentials && parseApiKey(text);
    const credential = apiKey && credentials.credentialOfKey(apiKey.selector);
    if (!credential || !opens(apiKey.verifier, credential.key?.digest)) return undefined;
    return this.caller(credential, credentials, { key: apiKey.selector });
  }

  /**
   * @throws {InvalidToken} when the text is no genuine token
   * @throws {IssuerUnreachable} when the outside issuer's keys can't be had
   */
  async byToken(text: string): Promise<Caller | undefined> {
    const token = await this.tokens.verify(text);
    const credentials = this.source?.current();
    if (!credentials) return undefined;
    if (token.from === 'outside') {
      const { issuer, subject } = token;
      const credential = credentials.credentialOfSubject(issuer, subject);
      return this.caller(credential, credentials, { issuer, subject });
    }
    const credential = credentials.credentialOfKey(token.keyId);
    if (credential?.caller.id !== token.callerId) return undefined;
    return this.caller(credential, credentials, { key: token.keyId });
  }

  private caller(
    found: Credential | undefined,
    { position: authenticatedAt }: KnownCredentials,
    credential: CredentialReference,
  ): Caller | undefined {
    const caller = found && callerBy(found, this.clock.now());
    return caller && { ...caller, authenticatedAt, credential };
  }
}
