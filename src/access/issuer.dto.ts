/** What the token endpoint takes (RFC 6749, section 4.4.2). */
export class TokenRequestForm {
  readonly grant_type!: 'client_credentials';

  /** Id of the client or person; with client_secret_post. */
  readonly client_id?: string;

  /** One of its API keys; with client_secret_post. */
  readonly client_secret?: string;

  /** Where the token is to be used (RFC 8707); it can be this service only. */
  readonly resource?: string;
}

/** An access token (RFC 6749, section 5.1). */
export class TokenAnswer {
  readonly access_token!: string;
  readonly token_type!: 'Bearer';

  /** Seconds until it expires. Revoking the key, or the caller's role, ends it at once. */
  readonly expires_in!: number;
}

/** A public key (RFC 7517): of RSA for tokens, of Ed25519 (RFC 8037) for receipts. */
export class Jwk {
  /** `RSA`: verifies access tokens. `OKP`: verifies receipts. Neither verifies the other. */
  readonly kty!: 'RSA' | 'OKP';

  /** Of an RSA key. */
  readonly n?: string;

  /** Of an RSA key. */
  readonly e?: string;

  /** Of an Ed25519 key. */
  readonly crv?: 'Ed25519';

  /** Of an Ed25519 key: its 32 bytes, base64url. */
  readonly x?: string;

  /** RFC 7638 thumbprint. */
  readonly kid!: string;
  readonly alg!: 'RS256' | 'EdDSA';
  readonly use!: 'sig';
}

export class JwkSet {
  readonly keys!: Jwk[];
}

/** Metadata of an authorization server (RFC 8414). */
export class IssuerMetadata {
  readonly issuer!: string;
  readonly token_endpoint!: string;
  readonly jwks_uri!: string;
  readonly grant_types_supported!: string[];
  readonly response_types_supported!: string[];
  readonly token_endpoint_auth_methods_supported!: string[];
  readonly service_documentation!: string;
}
