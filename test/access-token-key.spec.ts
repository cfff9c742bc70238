import { calculateJwkThumbprint } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RefusesToStart } from '../src/config/refuses-to-start';
import { TokenKey } from '../src/access/token-key';

describe('the key that signs tokens', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-token-key-'));
    file = path.join(folder, 'keys', 'token-issuer.pem');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('is made on the first start, for its owner alone, and stays', async () => {
    const made = await TokenKey.load(file);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(made.kid).toBe(await calculateJwkThumbprint({ ...made.jwk }));
    expect((await TokenKey.load(file)).kid).toBe(made.kid);
  });

  it('is one, of however many that start together', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => TokenKey.load(file)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['token-issuer.pem']);
  });

  it('may be one that the operator brings', async () => {
    const pem = generateKeyPairSync('rsa', {
      modulusLength: 3072,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey;
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, pem);
    expect((await TokenKey.load(file)).jwk.n).toHaveLength(512);
    expect(fs.readFileSync(file, 'utf8')).toBe(pem);
  });

  const pemOf = (key: { export(options: object): string | Buffer }, type = 'pkcs8') =>
    key.export({ type, format: 'pem' }).toString();

  it.each([
    ['is empty', () => ''],
    ['holds something else', () => 'hunter2'],
    ['holds a public key', () => pemOf(generateKeyPairSync('rsa', RSA).publicKey, 'spki')],
    ['holds a short key', () => pemOf(generateKeyPairSync('rsa', SHORT).privateKey)],
    ['holds a key of another kind', () => pemOf(generateKeyPairSync('ed25519').privateKey)],
  ])('is refused, and left alone, when its file %s', async (_, content) => {
    const text = content();
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, text);
    const refusal = TokenKey.load(file);
    await expect(refusal).rejects.toThrow(RefusesToStart);
    await expect(refusal).rejects.toThrow('TOKEN_KEY_FILE');
    await expect(refusal).rejects.not.toThrow('hunter2');
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  it('closes its own folder, and no folder above that others may need', async () => {
    const data = path.join(folder, 'data');
    await TokenKey.load(path.join(data, 'keys', 'token-issuer.pem'));
    fs.mkdirSync(path.join(folder, 'plain'));
    expect(fs.statSync(data).mode).toBe(fs.statSync(path.join(folder, 'plain')).mode);
  });

  it('is refused when there is no room for it', async () => {
    fs.writeFileSync(path.join(folder, 'keys'), '');
    await expect(TokenKey.load(file)).rejects.toThrow(/TOKEN_KEY_FILE can not be (made|read)/);
  });

  it('is refused when its file is a folder', async () => {
    await expect(TokenKey.load(folder)).rejects.toThrow('TOKEN_KEY_FILE can not be read');
  });
});

const RSA = { modulusLength: 2048 };
const SHORT = { modulusLength: 1024 };
