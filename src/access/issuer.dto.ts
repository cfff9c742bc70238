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

/** A public key (RFC 7517). */
export class Jwk {
  readonly kty!: string;
  readonly n!: string;
  readonly e!: string;

  /** RFC 7638 thumbprint. */
  readonly kid!: string;
  readonly alg!: string;
  readonly use!: string;
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
