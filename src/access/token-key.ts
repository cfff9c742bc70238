import { calculateJwkThumbprint } from 'jose';
import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { RefusesToStart } from '../config/refuses-to-start';
import { readOrMakeKey } from '../keys/key-file';
import { parsePrivateKey } from '../keys/parse-private-key';

const KEY_BITS = 2048;

/** An RSA public key (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly kid: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
}

/** The key that signs the registry's own tokens. */
export class TokenKey {
  private constructor(
    readonly privateKey: KeyObject,
    readonly publicKey: KeyObject,
    /** RFC 7638 thumbprint of the public key. */
    readonly kid: string,
    /** The public key as it is published. */
    readonly jwk: PublicJwk,
  ) {}

  /**
   * Reads the key, or makes it where there is none; of several processes that start together all get the same.
   *
   * @throws {RefusesToStart} when the file holds no RSA private key of 2048 bits or more, or can't be made
   */
  static async load(file: string): Promise<TokenKey> {
    const pem = await readOrMakeKey({ setting: 'TOKEN_KEY_FILE', file }, make);
    const privateKey = parse(pem, file);
    const publicKey = createPublicKey(privateKey);
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
    const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e });
    const jwk = { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' } as const;
    return new TokenKey(privateKey, publicKey, kid, jwk);
  }
}

function parse(pem: string, file: string): KeyObject {
  const key = parsePrivateKey(pem);
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key?.asymmetricKeyType !== 'rsa' || bits < KEY_BITS) {
    throw new RefusesToStart(
      `TOKEN_KEY_FILE must be an unencrypted RSA private key of ${KEY_BITS} bits or more: ${path.resolve(file)}`,
    );
  }
  return key;
}

async function make(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}
