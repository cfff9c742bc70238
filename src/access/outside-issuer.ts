import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { IssuerUnreachable } from './domain/errors';

const TIMEOUT_MS = 3000;
const COOL_DOWN_MS = 30_000;
const FAILURE_COOL_DOWN_MS = 5000;
const MEMORY_MS = 10 * 60_000;

/** Where an outside issuer's keys are: at an address that is known, or that its metadata tells. */
export interface OutsideIssuer {
  readonly issuer: string;
  readonly jwksUrl?: string | undefined;
}

/**
 * The keys of an outside issuer, fetched when a token needs them and remembered for ten minutes.
 *
 * A key that isn't among them makes it look again, at most every thirty seconds; an issuer that doesn't
 * answer is left alone for five seconds. So no flood of made-up tokens becomes a flood on the issuer.
 */
export function outsideKeys({ issuer, jwksUrl }: OutsideIssuer): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let quietUntil = 0;
  return async (header, token) => {
    if (performance.now() < quietUntil) throw new IssuerUnreachable();
    try {
      keys ??= remoteKeys(jwksUrl ?? (await findJwks(issuer)));
      return await keys(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      quietUntil = performance.now() + FAILURE_COOL_DOWN_MS;
      throw new IssuerUnreachable();
    }
  };
}

const remoteKeys = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: COOL_DOWN_MS,
    cacheMaxAge: MEMORY_MS,
  });

/** Whether the issuer's keys were there, and the token asks for none of them. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/**
 * Finds an issuer's keys through its metadata.
 *
 * @source RFC 8414, section 3, and OpenID Connect Discovery 1.0, section 4
 */
async function findJwks(issuer: string): Promise<string> {
  for (const address of metadataAddresses(issuer)) {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json' },
    });
    if (answer.ok) return jwksIn(await answer.json(), issuer);
  }
  throw new IssuerUnreachable();
}

function metadataAddresses(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ];
}

function jwksIn(metadata: unknown, issuer: string): string {
  const { issuer: named, jwks_uri: url } = (metadata ?? {}) as Record<string, unknown>;
  if (named !== issuer || typeof url !== 'string') throw new IssuerUnreachable();
  // Keys that came without TLS from an issuer that has it could be anyone's.
  if (issuer.startsWith('https:') && !url.startsWith('https:')) throw new IssuerUnreachable();
  return url;
}
