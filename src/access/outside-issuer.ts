import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';
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
 * A key that isn't among them makes it look again, at most every thirty seconds; an issuer that fails is
 * left alone for five seconds, while the keys that are known still count. So no flood of made-up tokens
 * becomes a flood on the issuer, nor keeps its genuine tokens out.
 */
export function outsideKeys({ issuer, jwksUrl }: OutsideIssuer): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let quietUntil = 0;
  const ask: FetchImplementation = (url, options) => {
    if (performance.now() < quietUntil) throw new IssuerUnreachable();
    return fetch(url, options);
  };
  return async (header, token) => {
    try {
      keys ??= remoteKeys(jwksUrl ?? (await findJwks(issuer, ask)), ask);
      return await keys(header, token);
    } catch (error) {
      if (isAboutToken(error) || error instanceof IssuerUnreachable) throw error;
      quietUntil = performance.now() + FAILURE_COOL_DOWN_MS;
      throw new IssuerUnreachable();
    }
  };
}

const remoteKeys = (url: string, ask: FetchImplementation): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: COOL_DOWN_MS,
    cacheMaxAge: MEMORY_MS,
    [customFetch]: ask,
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
async function findJwks(issuer: string, ask: FetchImplementation): Promise<string> {
  for (const address of metadataAddresses(issuer)) {
    const answer = await ask(address, {
      method: 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: new Headers({ accept: 'application/json' }),
    });
    if (answer.ok) return jwksIn(await answer.json(), issuer);
  }
  throw new Error('The outside issuer shows no metadata.');
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
  if (named !== issuer || typeof url !== 'string') throw new Error('The metadata is of another.');
  // Keys that came without TLS from an issuer that has it could be anyone's.
  if (issuer.startsWith('https:') && !url.startsWith('https:')) {
    throw new Error('The metadata leads to an address without TLS.');
  }
  return url;
}
