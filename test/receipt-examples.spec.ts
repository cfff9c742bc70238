import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import type { JsonWebKey } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NotGenuine, verifyReceipt } from '../docs/examples/verify-receipt';
import { RECEIPT_FORMS, type ReceiptForm } from '../src/checks/domain/receipt-form';
import { aBatch, aReceiptIssuer, aRecordedCheck } from './support/receipts';

const ROOT = path.resolve(__dirname, '..');
const EXAMPLES = path.join(ROOT, 'docs/examples');
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LATER = { decidedAt: '2126-06-01T12:00:00.000Z', validUntil: '2126-06-01T12:15:00.000Z' };
const SIZES = [1, 2, 3, 5, 8, 33] as const;

const run = (command: string, args: readonly string[], input = '') =>
  spawnSync(command, args, {
    ...{ cwd: ROOT, input, encoding: 'utf8', maxBuffer: 1 << 26 },
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });

/** What the example in Python needs and this machine lacks. */
const LACKING = [
  ...(run('python3', ['--version']).status === 0 ? [] : ['python3']),
  ...(/^OpenSSL [3-9]/.test(run('openssl', ['version']).stdout) ? [] : ['openssl 3']),
];

/** Verifies many receipts in one process; gives of each its claims, or the kind of its refusal. */
const HARNESS = `
import json, sys
sys.path.insert(0, ${JSON.stringify(EXAMPLES)})
from verify_receipt import NotGenuine, verify_receipt
given = json.load(sys.stdin)
def told(receipt):
    try:
        return verify_receipt(receipt, given["jwks"])
    except NotGenuine:
        return "NotGenuine"
print(json.dumps([told(receipt) for receipt in given["receipts"]]))`;

interface Jwks {
  readonly keys: JsonWebKey[];
}
type Told = object | 'NotGenuine';

function byTypeScript(receipts: readonly string[], jwks: Jwks): Told[] {
  return receipts.map((receipt) => {
    try {
      return verifyReceipt(receipt, jwks);
    } catch (error) {
      // What else it throws is a fault of the example.
      if (error instanceof NotGenuine) return 'NotGenuine';
      throw error;
    }
  });
}

function byPython(receipts: readonly string[], jwks: Jwks): Told[] {
  const { stdout, stderr } = run('python3', ['-c', HARNESS], JSON.stringify({ jwks, receipts }));
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Told[];
}

const VERIFIERS = [
  {
    ...{ file: 'verify-receipt.ts', lacking: [] as string[], verify: byTypeScript, numRuns: 500 },
    command: [process.execPath, '-r', './test/support/typescript.js'],
  },
  {
    ...{ file: 'verify_receipt.py', lacking: LACKING, verify: byPython, numRuns: 150 },
    command: ['python3'],
  },
];

describe.each(VERIFIERS)('docs/examples/$file', ({ file, lacking, verify, numRuns, command }) => {
  // A machine that lacks what the example needs shows nothing of it, and says so.
  const needs = lacking.length === 0 ? it : it.skip;
  if (lacking.length > 0)
    it.skip(`can't be tried: this machine lacks ${lacking.join(' and ')}`, () => undefined);

  const made = aReceiptIssuer();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-examples-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const jwks = async (): Promise<Jwks> => {
    const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'x', alg: 'RS256', use: 'sig' };
    return { keys: [rsa, ...(await made).keys.jwks.map((key) => ({ ...key }))] };
  };
  const issue = async (form: ReceiptForm, size = 5, terms: object = {}): Promise<string[]> => {
    const checks = Array.from({ length: size }, () => aRecordedCheck(terms));
    return (await made).issuer.issue(aBatch(checks), form);
  };

  needs.each(RECEIPT_FORMS)('takes what the registry signs, in the form %s', async (form) => {
    const batches = SIZES.map((size) =>
      aBatch(
        Array.from({ length: size }, () =>
          aRecordedCheck({ vendor: { id: 'x', name: 'Ähm “日本”', matchedBy: 'name' } }),
        ),
      ),
    );
    const { issuer } = await made;
    const receipts = batches.flatMap((batch) => issuer.issue(batch, form));
    const claims = batches.flatMap((batch) =>
      batch.claims.map((one) => JSON.parse(one.toString('utf8'))),
    );
    expect(verify(receipts, await jwks())).toEqual(claims);
  });

  needs.each(RECEIPT_FORMS)(
    'takes no receipt of the form %s in which any one character is another',
    async (form) => {
      const [receipt = ''] = await issue(form);
      const alteration = fc.record({
        at: fc.integer({ min: 0, max: receipt.length - 1 }),
        other: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...BASE64URL) },
          { weight: 1, arbitrary: fc.constantFrom('.', '=', '+', '/', ' ', '\n', 'é') },
        ),
      });
      const altered = fc
        .sample(alteration, numRuns)
        .map(({ at, other }) => receipt.slice(0, at) + other + receipt.slice(at + 1))
        .filter((text) => text !== receipt);
      expect(altered.length).toBeGreaterThan(numRuns / 2);
      expect(new Set(verify(altered, await jwks()))).toEqual(new Set(['NotGenuine']));
      expect(verify([receipt], await jwks())).toEqual([
        expect.objectContaining({ verdict: 'eligible' }),
      ]);
    },
  );

  needs(
    'takes none with claims, place, size, path, signature, key, algorithm or form of another',
    async () => {
      const [inBatch, beside] = await issue('batch');
      const [alone] = await issue('jws');
      const [header, claims, proof] = inBatch!.split('.') as [string, string, string];
      const [jwsHeader, jwsClaims, jwsSignature] = alone!.split('.');
      const otherKid = (await aReceiptIssuer()).keys.kid;
      const { kid } = (await made).keys;
      const text = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
      const part = (words: string): string => Buffer.from(words, 'utf8').toString('base64url');
      const proofWith = (alter: (bytes: Buffer) => unknown): string => {
        const bytes = Buffer.from(proof, 'base64url');
        alter(bytes);
        return bytes.toString('base64url');
      };
      const forged = {
        claims: [header, part(text(claims).replace('"eligible"', '"review"')), proof],
        claimsOfAnother: [header, beside!.split('.')[1], proof],
        batch: [header, claims, proofWith((bytes) => bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3))],
        place: [header, claims, proofWith((bytes) => bytes.writeUInt32BE(1, 16))],
        placePastTheEnd: [header, claims, proofWith((bytes) => bytes.writeUInt32BE(5, 16))],
        size: [header, claims, proofWith((bytes) => bytes.writeUInt32BE(6, 20))],
        noSize: [header, claims, proofWith((bytes) => bytes.writeUInt32BE(0, 20))],
        largestSize: [header, claims, proofWith((bytes) => bytes.writeUInt32BE(0xffffffff, 20))],
        path: [
          header,
          claims,
          proofWith((bytes) => bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)),
        ],
        shortPath: [
          header,
          claims,
          Buffer.from(proof, 'base64url').subarray(0, -32).toString('base64url'),
        ],
        longPath: [header, claims, part(text('')) + proof + 'A'.repeat(128)],
        signature: [header, claims, proofWith((bytes) => bytes.fill(0, 24, 88))],
        key: [part(text(header).replace(kid, otherKid)), claims, proof],
        algorithm: [part(text(header).replace('Ed25519-batch', 'none')), claims, proof],
        formOfJws: [jwsHeader, claims, proof],
        signatureOfJws: [header, claims, jwsSignature],
        formOfBatch: [header, jwsClaims, jwsSignature],
        noSignature: [header, claims, ''],
        wordsMore: [header, claims, proof, ''],
        nothing: [''],
      };
      const names = Object.keys(forged);
      const receipts = Object.values(forged).map((parts) => parts.join('.'));
      const told = verify(receipts, await jwks());
      expect(Object.fromEntries(names.map((name, index) => [name, told[index]]))).toEqual(
        Object.fromEntries(names.map((name) => [name, 'NotGenuine'])),
      );
      const other = await aReceiptIssuer();
      const [foreign] = other.issuer.issue(aBatch());
      expect(verify([foreign!], await jwks())).toEqual(['NotGenuine']);
    },
  );

  needs.each<[string, number, object, (receipt: string) => string]>([
    ['genuine, and counts', 0, { valid: true, current: true }, (receipt) => `${receipt}\n`],
    [
      'not genuine',
      1,
      { valid: false, current: false, why: expect.any(String) },
      (receipt) => `${receipt}A`,
    ],
  ])(
    'ends with its status, and says as JSON what came of it: %s',
    async (_, status, came, alter) => {
      for (const form of RECEIPT_FORMS) {
        const [receipt = ''] = await issue(form, 3, LATER);
        const done = await program(alter(receipt));
        expect([done.status, done.stderr, JSON.parse(done.stdout)]).toEqual([
          status,
          '',
          expect.objectContaining(came),
        ]);
      }
    },
  );

  needs('ends with 3 for one whose time is over', async () => {
    const [receipt = ''] = await issue('batch');
    const done = await program(receipt);
    expect([done.status, JSON.parse(done.stdout)]).toEqual([
      3,
      expect.objectContaining({
        valid: true,
        current: false,
        claims: expect.objectContaining({ verdict: 'eligible' }),
      }),
    ]);
  });

  async function program(receipt: string) {
    const files = ['receipt.txt', 'jwks.json'].map((name) => path.join(folder, name));
    fs.writeFileSync(files[0]!, receipt);
    fs.writeFileSync(files[1]!, JSON.stringify(await jwks()));
    const [program = '', ...args] = command;
    return run(program, [...args, path.join(EXAMPLES, file), ...files]);
  }
});
