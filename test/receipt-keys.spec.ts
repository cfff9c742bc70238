import { calculateJwkThumbprint } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { readEnvironment } from '../src/config/environment';
import { RefusesToStart } from '../src/config/refuses-to-start';
import { ReceiptKeys } from '../src/keys/receipt-keys';

const SPKI = { type: 'spki', format: 'pem' } as const;
const PKCS8 = { type: 'pkcs8', format: 'pem' } as const;
const RSA = { modulusLength: 2048 };
const PEM = generateKeyPairSync('ed25519').privateKey.export(PKCS8).toString();

describe('the keys of receipts', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-receipt-keys-'));
    file = path.join(folder, 'keys', 'check-receipts.pem');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const load = (settings: NodeJS.ProcessEnv = {}) =>
    ReceiptKeys.load(readEnvironment({ DATA_DIR: folder, ...settings }));

  const put = (name: string, text: string, mode = 0o600): string => {
    const place = path.join(folder, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text, { mode });
    fs.chmodSync(place, mode);
    return place;
  };

  it('are made on the first start, for their owner alone, and stay', async () => {
    const made = await load();
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect((await load()).kid).toBe(made.kid);
    expect(made.jwks).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        kid: made.kid,
        x: expect.any(String),
      },
    ]);
    expect(await calculateJwkThumbprint({ ...made.jwks[0]! })).toBe(made.kid);
  });

  it('are one, of however many that start together', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => load()));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['check-receipts.pem']);
  });

  it.each([0o640, 0o604, 0o644, 0o660])('are refused in a file of mode %o', async (mode) => {
    const pem = put('keys/check-receipts.pem', PEM, mode);
    await expect(load()).rejects.toThrow(RefusesToStart);
    await expect(load()).rejects.toThrow(/RECEIPT_KEY_FILE is open to other accounts \(mode 06/);
    fs.chmodSync(pem, 0o400);
    expect((await load()).kid).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['is empty', ''],
    ['holds something else', 'hunter2'],
    ['holds a public key', generateKeyPairSync('ed25519').publicKey.export(SPKI).toString()],
    [
      'holds the key of tokens',
      generateKeyPairSync('rsa', RSA).privateKey.export(PKCS8).toString(),
    ],
    ['holds another curve', generateKeyPairSync('x25519').privateKey.export(PKCS8).toString()],
  ])('are refused, and left alone, when their file %s', async (_, text) => {
    put('keys/check-receipts.pem', text);
    const refusal = load();
    await expect(refusal).rejects.toThrow(RefusesToStart);
    await expect(refusal).rejects.toThrow('RECEIPT_KEY_FILE');
    await expect(refusal).rejects.not.toThrow('hunter2');
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  it.each([
    ['as it is', PEM],
    ['in one line', PEM.replaceAll('\n', '\\n')],
  ])('may come by a setting, %s, and then no file is read or made', async (_, RECEIPT_KEY) => {
    put('elsewhere.pem', PEM);
    const { kid } = await load({ RECEIPT_KEY_FILE: path.join(folder, 'elsewhere.pem') });
    expect((await load({ RECEIPT_KEY })).kid).toBe(kid);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('are shown by no print of the settings, and by no refusal', async () => {
    const settings = readEnvironment({ RECEIPT_KEY: 'hunter2' });
    expect(
      `${inspect(settings, { depth: 9, showHidden: true })}${JSON.stringify(settings)}`,
    ).not.toContain('hunter2');
    const refusal = load({ RECEIPT_KEY: 'hunter2' });
    await expect(refusal).rejects.toThrow(
      /^RECEIPT_KEY must be an unencrypted Ed25519 private key/,
    );
    await expect(refusal).rejects.not.toThrow('hunter2');
  });

  describe('that no longer sign, or not yet,', () => {
    const old = generateKeyPairSync('ed25519').publicKey;
    const next = generateKeyPairSync('ed25519').publicKey;
    const pem = (key = old): string => key.export(SPKI).toString();
    const jwk = (key = next): object => key.export({ format: 'jwk' });
    const xs = ({ jwks }: ReceiptKeys) => jwks.map(({ x }) => x);
    const xOf = (key: typeof old): string => String(key.export({ format: 'jwk' }).x);

    it.each<[string, Record<string, string>, (typeof old)[]]>([
      ['a PEM', { 'old.pem': pem() }, [old]],
      ['PEMs in one file', { 'both.pem': pem(old) + pem(next) }, [old, next]],
      ['a JWK', { 'next.json': JSON.stringify(jwk()) }, [next]],
      [
        'a JWK set, whose keys of other kinds do not count',
        {
          jwks: JSON.stringify({
            keys: [generateKeyPairSync('rsa', RSA).publicKey.export({ format: 'jwk' }), jwk(old)],
          }),
        },
        [old],
      ],
      [
        'several, but for hidden files',
        { 'a.pem': pem(old), 'b.json': JSON.stringify(jwk()), '.c': 'x' },
        [old, next],
      ],
    ])('are published and verify: %s', async (_, files, keys) => {
      for (const [name, text] of Object.entries(files)) put(`retired/${name}`, text, 0o644);
      const signing = await load();
      const all = await load({ RECEIPT_KEYS_RETIRED: path.join(folder, 'retired') });
      expect(xs(all)).toEqual([...xs(signing), ...keys.map(xOf)]);
      expect(all.kid).toBe(signing.kid);
      expect([...all.verifying.keys()]).toEqual(all.jwks.map(({ kid }) => kid));
    });

    it('may be one file, and the one that signs among them counts once', async () => {
      const signing = await load();
      const RECEIPT_KEYS_RETIRED = put(
        'all.json',
        JSON.stringify({ keys: [jwk(), ...signing.jwks] }),
      );
      expect(xs(await load({ RECEIPT_KEYS_RETIRED }))).toEqual([...xs(signing), xOf(next)]);
    });

    it.each([
      ['that holds a private key', PEM],
      [
        'that holds a private JWK',
        JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
      ],
      [
        'that holds a key of another kind',
        generateKeyPairSync('rsa', RSA).publicKey.export(SPKI).toString(),
      ],
      ['that holds nothing', ''],
    ])('are refused with a file %s', async (_, text) => {
      put('retired/good.pem', pem());
      put('retired/bad.pem', text);
      const refusal = load({ RECEIPT_KEYS_RETIRED: path.join(folder, 'retired') });
      await expect(refusal).rejects.toThrow(RefusesToStart);
      await expect(refusal).rejects.toThrow(/RECEIPT_KEYS_RETIRED .*bad\.pem/);
    });

    it('are refused where there is no such place', async () => {
      const refusal = load({ RECEIPT_KEYS_RETIRED: path.join(folder, 'nowhere') });
      await expect(refusal).rejects.toThrow('RECEIPT_KEYS_RETIRED can not be read (ENOENT)');
    });
  });
});
