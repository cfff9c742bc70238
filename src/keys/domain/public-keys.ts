import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** An Ed25519 public key as it is published. @source RFC 7517, RFC 8037 */
export interface Ed25519Jwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The key's 32 bytes, base64url. */
  readonly x: string;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** An Ed25519 public key, by the name that follows from it. */
export interface PublicKey {
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly key: KeyObject;
  readonly jwk: Ed25519Jwk;
}

/** @param key public or private; undefined where it is no Ed25519 key */
export function publicKeyOf(key: KeyObject): PublicKey | undefined {
  if (key.asymmetricKeyType !== 'ed25519') return undefined;
  const shown = key.type === 'private' ? createPublicKey(key) : key;
  const { x = '' } = shown.export({ format: 'jwk' });
  const kid = thumbprintOf(x);
  return {
    ...{ kid, key: shown },
    jwk: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' },
  };
}

/** @source RFC 7638, RFC 8037 appendix A.3 */
const thumbprintOf = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');

/**
 * The Ed25519 public keys in a text: PEM (one or more), a JWK or a JWK set. Keys of other kinds are passed over, and
 * private ones: they have no place where public keys are kept. None where the text holds nothing of the kind.
 */
export function readPublicKeys(text: string): PublicKey[] {
  const inputs = text.includes('-----BEGIN ') ? pemsIn(text) : jwksIn(text);
  return inputs.flatMap((input) => {
    const key = parse(input);
    return (key && publicKeyOf(key)) ?? [];
  });
}

type KeyInput = string | { readonly key: JsonWebKey; readonly format: 'jwk' };

const pemsIn = (text: string): string[] =>
  text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];

function jwksIn(text: string): KeyInput[] {
  const read = parseJson(text);
  if (typeof read !== 'object' || read === null) return [];
  const keys: unknown[] = 'keys' in read && Array.isArray(read.keys) ? read.keys : [read];
  return keys.flatMap((key) => (isShown(key) ? { key, format: 'jwk' } : []));
}

/** Whether it may be a public key: `d` is the private part of one. */
const isShown = (key: unknown): key is JsonWebKey =>
  typeof key === 'object' && key !== null && !('d' in key);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON holds no key.
    return undefined;
  }
}

function parse(input: KeyInput): KeyObject | undefined {
  try {
    return createPublicKey(input);
  } catch {
    // What is no key is none of those that are asked for.
    return undefined;
  }
}
