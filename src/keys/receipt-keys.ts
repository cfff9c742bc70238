import { generateKeyPair, type KeyObject } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Environment } from '../config/environment';
import { RefusesToStart } from '../config/refuses-to-start';
import { publicKeyOf, readPublicKeys, type Ed25519Jwk, type PublicKey } from './domain/public-keys';
import { readOrMakeKey } from './key-file';
import { parsePrivateKey } from './parse-private-key';

/** The settings that tell the keys of receipts. */
export type ReceiptKeySettings = Pick<
  Environment,
  'RECEIPT_KEY' | 'RECEIPT_KEY_FILE' | 'RECEIPT_KEYS_RETIRED'
>;

/** The key that signs receipts, and those with which genuine receipts may be signed. They sign nothing else. */
export class ReceiptKeys {
  /** RFC 7638 thumbprint of the key that signs. */
  readonly kid: string;
  /** The keys that verify, by thumbprint: the one that signs, and those that no longer do or do not yet. */
  readonly verifying: ReadonlyMap<string, KeyObject>;
  /** The same as they are published; the one that signs is first. */
  readonly jwks: readonly Ed25519Jwk[];

  private constructor(
    readonly privateKey: KeyObject,
    signing: PublicKey,
    others: readonly PublicKey[],
  ) {
    const known = new Map([signing, ...others].map((key) => [key.kid, key]));
    this.kid = signing.kid;
    this.verifying = new Map([...known.values()].map(({ kid, key }) => [kid, key]));
    this.jwks = [...known.values()].map(({ jwk }) => jwk);
  }

  /**
   * Reads the keys; makes the one that signs where its file is not there.
   *
   * @throws {RefusesToStart} when one can't be read or is of another kind, or the private one is open to other accounts
   */
  static async load(settings: ReceiptKeySettings): Promise<ReceiptKeys> {
    const { RECEIPT_KEY, RECEIPT_KEY_FILE: file, RECEIPT_KEYS_RETIRED } = settings;
    const others = await readOthers(RECEIPT_KEYS_RETIRED);
    if (RECEIPT_KEY) return ReceiptKeys.of(asLines(RECEIPT_KEY.reveal()), 'RECEIPT_KEY', others);
    const setting = 'RECEIPT_KEY_FILE';
    const pem = await readOrMakeKey({ setting, file, closed: true }, make);
    return ReceiptKeys.of(pem, `${setting} (${path.resolve(file)})`, others);
  }

  private static of(pem: string, origin: string, others: readonly PublicKey[]): ReceiptKeys {
    const key = parsePrivateKey(pem);
    const signing = key && publicKeyOf(key);
    if (!signing) {
      throw new RefusesToStart(`${origin} must be an unencrypted Ed25519 private key (PKCS#8 PEM)`);
    }
    return new ReceiptKeys(key, signing, others);
  }
}

async function make(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** Where settings can't hold line breaks, they are written as `\n`. */
const asLines = (pem: string): string => pem.replaceAll('\\n', '\n');

/** @param place a file of public keys, or a folder of such files; files whose names begin with a dot don't count */
async function readOthers(place: string | undefined): Promise<PublicKey[]> {
  if (place === undefined) return [];
  const keys: PublicKey[] = [];
  for (const [file, text] of await textsAt(place)) {
    const found = readPublicKeys(text);
    if (found.length === 0) {
      throw new RefusesToStart(
        `RECEIPT_KEYS_RETIRED must hold Ed25519 public keys (PEM or JWK); there is none in ${file}`,
      );
    }
    keys.push(...found);
  }
  return keys;
}

async function textsAt(place: string): Promise<[file: string, text: string][]> {
  try {
    const files = (await stat(place)).isDirectory() ? await filesIn(place) : [place];
    return await Promise.all(
      files.map(async (file) => [file, await readFile(file, 'utf8')] as [string, string]),
    );
  } catch (error) {
    const { code = 'no access' } = error as NodeJS.ErrnoException;
    throw new RefusesToStart(`RECEIPT_KEYS_RETIRED can not be read (${code})`);
  }
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => path.join(folder, name));
