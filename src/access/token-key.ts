import { calculateJwkThumbprint } from 'jose';
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { RefusesToStart } from '../config/refuses-to-start';

const KEY_BITS = 2048;

/** An RSA public key (RFC 7517). */
export interface PublicJwk {
  readonly kty: string;
  readonly n: string;
  readonly e: string;
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
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
    const pem = (await read(file)) ?? (await make(file));
    const privateKey = parse(pem, file);
    const publicKey = createPublicKey(privateKey);
    const { kty, n, e } = publicKey.export({ format: 'jwk' }) as {
      kty: string;
      n: string;
      e: string;
    };
    const kid = await calculateJwkThumbprint({ kty, n, e });
    const jwk = { kty, n, e, kid, alg: 'RS256', use: 'sig' };
    return new TokenKey(privateKey, publicKey, kid, jwk);
  }
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'no access' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new RefusesToStart(`TOKEN_KEY_FILE can not be read (${code})`);
  }
}

function parse(pem: string, file: string): KeyObject {
  const key = parsePrivate(pem);
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key?.asymmetricKeyType !== 'rsa' || bits < KEY_BITS) {
    throw new RefusesToStart(
      `TOKEN_KEY_FILE must be an unencrypted RSA private key of ${KEY_BITS} bits or more: ${path.resolve(file)}`,
    );
  }
  return key;
}

function parsePrivate(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // What is wrong with a secret is not told; that it is none is told by the one who asked.
    return undefined;
  }
}

/** Makes the file whole or not at all, and never over another: whoever is second reads what the first wrote. */
async function make(file: string): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  try {
    return await place(pem, file);
  } catch (error) {
    const { code = 'no access' } = error as NodeJS.ErrnoException;
    throw new RefusesToStart(`TOKEN_KEY_FILE can not be made (${code}): ${path.resolve(file)}`);
  }
}

async function place(pem: string, file: string): Promise<string> {
  const folder = path.dirname(file);
  // Only the keys' own folder is closed: others share the one above, such as the embedded database.
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeDurably(draft, pem);
  try {
    await link(draft, file);
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await readFile(file, 'utf8');
  } finally {
    await unlink(draft);
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
