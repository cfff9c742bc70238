import type { Environment } from '../config/environment';
import { outsideKeys } from './outside-issuer';
import type { TokenKey } from './token-key';
import { readOutside, readOwn, type TrustedIssuer } from './token-verifier';

// Signatures only the issuer can make; never a secret that the verifier would hold too.
const OUTSIDE_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** The issuers whose tokens are taken: the registry itself, and the outside one that the settings name. */
export function trustedIssuers(environment: Environment, key: TokenKey): TrustedIssuer[] {
  const { BASE_URL, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL } = environment;
  const own: TrustedIssuer = {
    issuer: BASE_URL,
    audience: BASE_URL,
    algorithms: ['RS256'],
    keys: () => key.publicKey,
    read: readOwn,
  };
  if (OIDC_ISSUER === undefined || OIDC_AUDIENCE === undefined) return [own];
  const outside: TrustedIssuer = {
    issuer: OIDC_ISSUER,
    audience: OIDC_AUDIENCE,
    algorithms: OUTSIDE_ALGORITHMS,
    keys: outsideKeys({ issuer: OIDC_ISSUER, jwksUrl: OIDC_JWKS_URL }),
    read: readOutside,
  };
  return [own, outside];
}
