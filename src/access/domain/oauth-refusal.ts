import { RegistryError, type RegistryErrorCode } from '../../problems/registry-error';

/** @source RFC 6749, section 5.2; RFC 8707, section 2 */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_target'
  | 'unsupported_grant_type';

/** The token endpoint's "no", in the words of OAuth 2.0. */
export class OAuthRefusal extends RegistryError {
  readonly code: RegistryErrorCode;

  constructor(
    readonly error: OAuthErrorCode,
    description: string,
  ) {
    super(description);
    this.code = error === 'invalid_client' ? 'invalid-client' : 'invalid-request';
  }

  /** One text for every cause: who tries secrets does not learn which part of one was right. */
  static invalidClient(): OAuthRefusal {
    return new OAuthRefusal('invalid_client', 'The client is unknown or its secret is wrong.');
  }
}
