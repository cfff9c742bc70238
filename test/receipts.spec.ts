import fc from 'fast-check';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { verify } from 'node:crypto';
import type { RecordedCheck } from '../src/checks/domain/check';
import { RECEIPT_FORMS } from '../src/checks/domain/receipt-form';
import { isCurrent, verifyReceipt } from '../src/checks/domain/receipt-verification';
import { checkLeaf, type ReceiptClaims } from '../src/checks/domain/receipt-claims';
import type { ReceiptIssuer } from '../src/checks/receipts/receipt-issuer';
import type { ReceiptKeys } from '../src/keys/receipt-keys';
import { aBatch, aReceiptIssuer, aRecordedCheck } from './support/receipts';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('receipts', () => {
  let issuer: ReceiptIssuer;
  let keys: ReceiptKeys;

  beforeAll(async () => {
    ({ issuer, keys } = await aReceiptIssuer());
  });

  const checksOf = (size: number): RecordedCheck[] =>
    Array.from({ length: size }, () => aRecordedCheck());
  const read = (receipt: string) => verifyReceipt(receipt, keys.verifying);
  const partsOf = (receipt: string): string[] =>
    receipt.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  const inBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

  describe.each(RECEIPT_FORMS)('of the form %s', (form) => {
    it('say of each check of a batch what its claims are, whatever its size', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 70 }), (size) => {
          const batch = aBatch(checksOf(size));
          const receipts = issuer.issue(batch, form);
          expect(receipts.map(read)).toEqual(
            batch.claims.map((claims) => ({
              ...{ valid: true, form, keyId: keys.kid },
              claims: JSON.parse(claims.toString('utf8')),
            })),
          );
        }),
        { numRuns: 20, examples: [[1], [2], [3], [64], [65]] },
      );
    });

    it('are the same each time, and from the record alone', () => {
      const batch = aBatch(checksOf(5));
      const receipts = issuer.issue(batch, form);
      expect(issuer.issue({ ...batch }, form)).toEqual(receipts);
      const again = batch.claims.map((claims, index) =>
        issuer.issueAgain({ batch, index, claims, leaf: checkLeaf(claims) }, form),
      );
      expect(again).toEqual(receipts);
    });

    it('are not made anew of a record that was altered or moved', () => {
      const batch = aBatch(checksOf(3));
      const [claims] = aBatch().claims;
      const altered = { batch, index: 1, claims: claims!, leaf: checkLeaf(claims!) };
      expect(() => issuer.issueAgain(altered, form)).toThrow('was altered');
      const moved = { batch, index: 2, claims: batch.claims[1]!, leaf: batch.leaves[1]! };
      expect(() => issuer.issueAgain(moved, form)).toThrow('was altered');
      expect(() => issuer.issueAgain({ ...moved, index: 3 }, form)).toThrow('was altered');
    });

    it('are not genuine when any one character is another, is gone, or is there twice', () => {
      const receipt = issuer.issue(aBatch(checksOf(5)), form)[3]!;
      expect(read(receipt).valid).toBe(true);
      const place = fc.integer({ min: 0, max: receipt.length - 1 });
      const character = fc.oneof(
        fc.constantFrom(...BASE64URL, '.', '=', '+', '/', ' '),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      );
      fc.assert(
        fc.property(place, character, (at, other) => {
          const [before, after] = [receipt.slice(0, at), receipt.slice(at + 1)];
          const altered = [
            before + other + after,
            before + after,
            before + other + receipt.slice(at),
            receipt + other,
          ];
          for (const text of altered) if (text !== receipt) expect(read(text).valid).toBe(false);
        }),
        { numRuns: 2000 },
      );
    });

    it('are not genuine with the claims, the proof or the header of another', () => {
      const [one, other] = issuer.issue(aBatch(checksOf(2)), form).map((text) => text.split('.'));
      const [[header, claims, proof], [, otherClaims, otherProof]] = [one!, other!];
      expect(read([header, claims, proof].join('.')).valid).toBe(true);
      expect(read([header, otherClaims, proof].join('.')).valid).toBe(false);
      expect(read([header, claims, otherProof].join('.')).valid).toBe(false);
      const otherForm = issuer.issue(aBatch(), form === 'jws' ? 'batch' : 'jws')[0]!.split('.');
      expect(read([otherForm[0], claims, proof].join('.')).valid).toBe(false);
    });

    it.each([
      ['a header with a space', (header: string) => header.replace(':', ': ')],
      [
        'a header in another order',
        (header: string) =>
          JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(header)).reverse())),
      ],
      ['a header with more in it', (header: string) => header.replace('}', ',"x":1}')],
      ['no algorithm', (header: string) => header.replace(/"alg":"[^"]+"/, '"alg":"none"')],
      [
        'a shared secret for an algorithm',
        (header: string) => header.replace(/"alg":"[^"]+"/, '"alg":"HS256"'),
      ],
      [
        'the type of a token',
        (header: string) => header.replace(/"typ":"[^"]+"/, '"typ":"at+jwt"'),
      ],
      [
        'a key that nobody knows',
        (header: string) =>
          header.replace(/"kid":"(.)/, (_, first) => `"kid":"${first === 'A' ? 'B' : 'A'}`),
      ],
    ])('are not genuine with %s', (_, alter) => {
      const [header, claims, proof] = issuer.issue(aBatch(), form)[0]!.split('.');
      const altered = inBase64(alter(Buffer.from(header!, 'base64url').toString('utf8')));
      expect(altered).not.toBe(header);
      expect(read([altered, claims, proof].join('.'))).toMatchObject({
        valid: false,
        why: expect.any(String),
      });
    });

    it('are not genuine by the key of another registry, even under the name of this one', async () => {
      const other = await aReceiptIssuer();
      const foreign = other.issuer.issue(aBatch(), form)[0]!;
      expect(read(foreign)).toMatchObject({
        valid: false,
        form,
        keyId: other.keys.kid,
        why: expect.stringContaining('key'),
      });
      const [header, claims, proof] = foreign.split('.');
      const renamed = Buffer.from(header!, 'base64url')
        .toString('utf8')
        .replace(other.keys.kid, keys.kid);
      expect(read([inBase64(renamed), claims, proof].join('.'))).toMatchObject({
        valid: false,
        keyId: keys.kid,
        why: expect.stringContaining('signature'),
      });
    });
  });

  describe('of a batch', () => {
    const forge = (alter: (proof: Buffer) => Buffer | undefined): boolean => {
      const [header, claims, proof] = issuer.issue(aBatch(checksOf(5)), 'batch')[2]!.split('.');
      const bytes = Buffer.from(proof!, 'base64url');
      const altered = alter(bytes) ?? bytes;
      return read([header, claims, altered.toString('base64url')].join('.')).valid;
    };

    it('hold as they are', () => {
      expect(forge((proof) => proof)).toBe(true);
    });

    it.each<[string, (proof: Buffer) => Buffer | undefined]>([
      ['another batch', (proof) => void proof.writeUInt8(proof.readUInt8(0) ^ 1, 0)],
      ['another place', (proof) => void proof.writeUInt32BE(3, 16)],
      ['a place past the end', (proof) => void proof.writeUInt32BE(5, 16)],
      ['another size', (proof) => void proof.writeUInt32BE(6, 20)],
      ['the size of the largest number', (proof) => void proof.writeUInt32BE(0xffffffff, 20)],
      ['no size', (proof) => void proof.writeUInt32BE(0, 20)],
      ['another signature', (proof) => void proof.writeUInt8(proof.readUInt8(30) ^ 1, 30)],
      ['no signature', (proof) => void proof.fill(0, 24, 88)],
      ['another path', (proof) => void proof.writeUInt8(proof.readUInt8(90) ^ 1, 90)],
      ['a path that is too short', (proof) => proof.subarray(0, -32)],
      ['a path that is too long', (proof) => Buffer.concat([proof, proof.subarray(-32)])],
      ['a path that is cut', (proof) => proof.subarray(0, -1)],
      ['nothing of a proof', () => Buffer.alloc(0)],
    ])('do not hold with %s', (_, alter) => {
      expect(forge(alter)).toBe(false);
    });

    it('are signed once, however many there are, over batch, size and root', () => {
      const batch = aBatch(checksOf(9));
      const proofs = issuer
        .issue(batch)
        .map((text) => Buffer.from(text.split('.')[2]!, 'base64url'));
      const signatures = proofs.map((proof) => proof.subarray(24, 88).toString('hex'));
      expect(new Set(signatures).size).toBe(1);
      const text = `check-batch\n${batch.id}\n9\n${batch.root.toString('base64')}\n`;
      const key = keys.verifying.get(keys.kid)!;
      expect(verify(null, Buffer.from(text), key, proofs[0]!.subarray(24, 88))).toBe(true);
    });
  });

  it('of the form jws are what any library for JWT verifies', async () => {
    const check = aRecordedCheck();
    const [receipt] = issuer.issue(aBatch([check]), 'jws');
    const { payload, protectedHeader } = await jwtVerify(
      receipt!,
      createLocalJWKSet({ keys: [...keys.jwks] }),
      {
        ...{ typ: 'check-receipt+jwt', algorithms: ['EdDSA'], issuer: 'https://registry.example' },
        ...{ audience: check.askedBy.id, currentDate: new Date('2026-06-01T12:14:59.000Z') },
      },
    );
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: keys.kid, typ: 'check-receipt+jwt' });
    expect(payload).toMatchObject({
      jti: check.id,
      verdict: 'eligible',
      validUntil: check.validUntil,
    });
  });

  it('may be of several forms in one batch, and of that of the settings where none is asked for', async () => {
    const batch = aBatch(checksOf(3));
    const forms = (receipts: string[]) => receipts.map((text) => JSON.parse(partsOf(text)[0]!).typ);
    const [inBatch, alone] = ['check-receipt+batch', 'check-receipt+jwt'];
    expect(forms(issuer.issue(batch, ['jws', undefined, 'batch']))).toEqual([
      alone,
      inBatch,
      inBatch,
    ]);
    const other = await aReceiptIssuer({ RECEIPT_FORM: 'jws' });
    expect(forms(other.issuer.issue(batch, [undefined, 'batch']))).toEqual([alone, inBatch, alone]);
  });

  it('count until, and not at, the millisecond at which they end', () => {
    const claims = { validUntil: '2026-06-01T12:15:00.000Z' } as ReceiptClaims;
    expect(isCurrent(claims, new Date('2026-06-01T12:14:59.999Z'))).toBe(true);
    expect(isCurrent(claims, new Date('2026-06-01T12:15:00.000Z'))).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['two parts', 'a.b'],
    ['three parts that say nothing', '..'],
    ['any three parts', 'a.b.c'],
    ['four parts', 'a.b.c.d'],
    ['a character without meaning', '\0'],
    ['half a character', '\ud800'],
    ['a long text', 'x'.repeat(100_000)],
    ['a header that is none', `${inBase64('{}')}.${inBase64('{}')}.`],
    ['a header that is no JSON', `${inBase64('{"alg":')}.${inBase64('{}')}.`],
  ])('are not %s', (_, text) => {
    expect(read(text)).toMatchObject({
      valid: false,
      form: null,
      keyId: null,
      why: expect.any(String),
    });
  });
});
