import { createLocalJWKSet, jwtVerify } from 'jose';
import { createHash, generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readPublicKeys } from '../../src/keys/domain/public-keys';
import { verifyReceipt } from '../../src/checks/domain/receipt-verification';
import { TestRegistry, type Answer, type CallerName } from '../support/app';
import { aBatch, aReceiptIssuer, aReceiptKey, aRecordedCheck } from '../support/receipts';
import { change, openList, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const TYP = { batch: 'check-receipt+batch', jws: 'check-receipt+jwt' } as const;
type Form = keyof typeof TYP;

describe('receipts over HTTP', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-receipts-'));
  const RECEIPT_KEY = aReceiptKey();
  let registry: TestRegistry;
  let vendor: string;

  beforeAll(async () => {
    registry = await TestRegistry.start({ now: NOW, settings: { RECEIPT_KEY } });
    const list = await openList(registry);
    vendor = await registerVendor(registry, { identifiers: [{ scheme: 'cage', value: '1ACM1' }] });
    await change(registry, { action: 'list', vendor, list, categories: ['a'] });
  });
  afterEach(() => registry.clock.set(NOW));
  afterAll(async () => {
    await registry.close();
    fs.rmSync(folder, { recursive: true });
  });

  const asking = { vendor: { cage: '1ACM1' }, purchase: { list: 'a-list' } };
  const accepting = (accept?: string) => (accept === undefined ? {} : { headers: { accept } });
  const check = async (accept?: string, caller: CallerName = 'procurement'): Promise<Answer> => {
    const key = registry.keys[caller];
    const answer = await registry.call('POST', '/v1/checks', {
      key,
      body: asking,
      ...accepting(accept),
    });
    expect(answer).toMatchObject({ status: 201, body: { verdict: 'eligible' } });
    return answer;
  };
  const get = (id: string, accept?: string) =>
    registry.call('GET', `/v1/checks/${id}`, { key: registry.keys.auditor, ...accepting(accept) });
  const verify = (receipt: unknown, caller: CallerName = 'auditor'): Promise<Answer> =>
    registry.call('POST', '/v1/checks/verify', { key: registry.keys[caller], body: { receipt } });
  const jwks = async () => (await registry.call('GET', '/.well-known/jwks.json')).body;
  const published = async () =>
    new Map(readPublicKeys(JSON.stringify(await jwks())).map(({ kid, key }) => [kid, key]));
  const typOf = (receipt: string): string =>
    JSON.parse(Buffer.from(receipt.split('.')[0]!, 'base64url').toString('utf8')).typ;
  const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('base64url');

  describe('POST /v1/checks', () => {
    it.each<[string | undefined, Form]>([
      [undefined, 'batch'],
      ['application/json', 'batch'],
      ['*/*', 'batch'],
      ['application/json; receipt=jws', 'jws'],
      ['Application/JSON;Receipt="JWS"', 'jws'],
      ['application/json; receipt=batch', 'batch'],
      ['application/json; receipt=jws; q=0.1, */*; q=0.5', 'batch'],
      ['application/json; receipt=jws, application/json; receipt=other', 'jws'],
      ['application/json; receipt=other, */*', 'batch'],
      ['text/html; receipt=jws, application/json', 'batch'],
    ])('gives to Accept %j a receipt of the form %s', async (accept, form) => {
      const { body } = await check(accept);
      expect(typOf(body.receipt)).toBe(TYP[form]);
      expect(verifyReceipt(body.receipt, await published())).toMatchObject({ valid: true, form });
    });

    it('has no other forms', async () => {
      const headers = { accept: 'application/json; receipt=xml' };
      const answer = await registry.call('POST', '/v1/checks', {
        key: registry.keys.procurement,
        body: asking,
        headers,
      });
      expect(answer).toMatchObject({
        status: 406,
        body: {
          code: 'not-acceptable',
          offered: ['application/json; receipt=batch', 'application/json; receipt=jws'],
        },
      });
    });

    it('signs what it answered: for whom, about whom, what, why and until when', async () => {
      const { body } = await check();
      const { receipt, ...answered } = body;
      const read = verifyReceipt(receipt, await published());
      const [{ request }] = await registry.dataSource.query(
        'SELECT request FROM purchase_check WHERE id = $1',
        [body.id],
      );
      expect(read).toMatchObject({ valid: true });
      expect(read.valid && read.claims).toEqual({
        ...{ iss: 'http://localhost:3000', aud: registry.callers.procurement, jti: body.id },
        ...{ iat: NOW.getTime() / 1000, exp: NOW.getTime() / 1000 + 900 },
        ...{ verdict: 'eligible', reasons: ['LISTED'], vendor, at: NOW.toISOString() },
        ...{ validUntil: '2026-06-01T12:15:00.000Z', position: body.position },
        request: sha256(request.toString('utf8')),
        // The answer comes in canonical form, but for its receipt, which is its last member.
        answer: sha256(JSON.stringify(answered)),
      });
    });

    it('gives as a JWS what any library verifies by the published keys', async () => {
      const { body } = await check('application/json; receipt=jws');
      const { payload } = await jwtVerify(body.receipt, createLocalJWKSet(await jwks()), {
        ...{
          typ: TYP.jws,
          algorithms: ['EdDSA'],
          issuer: 'http://localhost:3000',
          currentDate: NOW,
        },
        audience: registry.callers.procurement,
      });
      expect(payload).toMatchObject({ jti: body.id, verdict: 'eligible' });
    });
  });

  describe('POST /v1/checks/batch', () => {
    it.each<[string | undefined, Form]>([
      [undefined, 'batch'],
      ['application/json; receipt=jws', 'jws'],
    ])('gives each check its receipt (%j)', async (accept, form) => {
      const bad = { vendor: {} };
      const { body } = await registry.call('POST', '/v1/checks/batch', {
        ...{ key: registry.keys.procurement, ...accepting(accept) },
        body: { checks: [asking, bad, asking, asking] },
      });
      const keys = await published();
      const told = body.results.map((result: { check?: { id: string; receipt: string } }) => {
        if (!result.check) return undefined;
        const read = verifyReceipt(result.check.receipt, keys);
        return [read.form, read.valid && read.claims.jti === result.check.id];
      });
      expect(told).toEqual([[form, true], undefined, [form, true], [form, true]]);
    });
  });

  describe('GET /v1/checks/{id}', () => {
    it.each(['application/json; receipt=jws', 'application/json'])(
      'gives the receipt again as it was given (%s)',
      async (accept) => {
        const { body } = await check(accept);
        expect((await get(body.id, accept)).body).toEqual(body);
        registry.clock.set(new Date('2027-06-01T12:00:00.000Z'));
        expect((await get(body.id, accept)).body).toEqual(body);
      },
    );

    it('gives it in the other form too', async () => {
      const { body } = await check();
      const { body: kept } = await get(body.id, 'application/json; receipt=jws');
      expect(typOf(kept.receipt)).toBe(TYP.jws);
      expect((await verify(kept.receipt)).body).toMatchObject({
        valid: true,
        claims: { jti: body.id },
      });
    });

    it('has none for a check from before there were receipts', async () => {
      const { body } = await check();
      const id = '01980000-0000-7000-8000-00000000abcd';
      const { receipt: _, ...answer } = { ...body, id };
      await registry.dataSource.query(
        `INSERT INTO purchase_check (id, caller_id, agency, vendor_id, list_code, verdict, position, at, decided_at,
           reference, request, answer, for_agency, has_items, candidates, amount, currency)
         SELECT $1, caller_id, agency, vendor_id, list_code, verdict, position, at, decided_at,
           reference, request, $2, for_agency, has_items, candidates, amount, currency
         FROM purchase_check WHERE id = $3`,
        [id, Buffer.from(JSON.stringify(answer), 'utf8'), body.id],
      );
      expect((await get(id)).body).toEqual({ ...answer, receipt: null });
    });

    it('signs nothing that was altered', async () => {
      const { body } = await check();
      const altered = JSON.stringify({ ...body, receipt: undefined, verdict: 'ineligible' });
      await registry.dataSource.transaction(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        await tx.query('UPDATE purchase_check SET answer = $1 WHERE id = $2', [
          Buffer.from(altered, 'utf8'),
          body.id,
        ]);
      });
      const { status, body: problem } = await get(body.id);
      expect(status).toBe(500);
      expect(problem).not.toHaveProperty('receipt');
      expect((await verify(body.receipt)).body).toMatchObject({
        valid: true,
        verdict: 'eligible',
        recorded: 'differs',
      });
    });
  });

  it('GET /v1/checks has none', async () => {
    await check();
    const { body } = await registry.call('GET', '/v1/checks', { key: registry.keys.auditor });
    expect(body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('receipt');
  });

  describe('POST /v1/checks/verify', () => {
    it.each<Form>(['batch', 'jws'])('tells what a receipt of the form %s says', async (form) => {
      const { body } = await check(`application/json; receipt=${form}`);
      const read = verifyReceipt(body.receipt, await published());
      expect(await verify(body.receipt)).toMatchObject({
        status: 200,
        body: {
          ...{ valid: true, current: true, verdict: 'eligible', why: null, form },
          ...{ keyId: read.keyId, claims: read.valid && read.claims, recorded: 'agrees' },
        },
      });
    });

    it('tells of one whose time is over that it is genuine and counts no longer', async () => {
      const { body } = await check();
      registry.clock.set(new Date('2026-06-01T12:14:59.999Z'));
      expect((await verify(body.receipt)).body).toMatchObject({ valid: true, current: true });
      registry.clock.set(new Date('2026-06-01T12:15:00.000Z'));
      expect((await verify(body.receipt)).body).toMatchObject({
        valid: true,
        current: false,
        verdict: 'eligible',
      });
    });

    it('does so of each request anew, whatever its Idempotency-Key', async () => {
      const { body } = await check();
      const again = () =>
        registry.call('POST', '/v1/checks/verify', {
          ...{ key: registry.keys.auditor, body: { receipt: body.receipt } },
          headers: { 'idempotency-key': 'once' },
        });
      expect((await again()).body.current).toBe(true);
      registry.clock.set(new Date('2026-06-01T12:15:00.000Z'));
      expect((await again()).body.current).toBe(false);
    });

    it('tells of one that is altered why it is not genuine, and nothing that it says', async () => {
      const { body } = await check();
      const [header, claims, proof] = body.receipt.split('.');
      const said = Buffer.from(claims, 'base64url').toString('utf8').replace('12:15', '23:59');
      const forged = [header, Buffer.from(said).toString('base64url'), proof].join('.');
      const { status, body: answer } = await verify(forged);
      expect(status).toBe(200);
      expect(answer).toEqual({
        ...{ valid: false, current: false, verdict: null, claims: null, recorded: null },
        ...{ form: 'batch', keyId: expect.any(String), why: expect.stringContaining('signature') },
      });
    });

    it.each([
      ['nothing', ''],
      ['a word', 'hunter2'],
      ['three words', 'a.b.c'],
      ['a long word', 'x'.repeat(500_000)],
    ])('takes any text: %s', async (_, text) => {
      const { status, body } = await verify(text);
      expect([status, body.valid, body.why]).toEqual([200, false, expect.any(String)]);
    });

    it.each([undefined, null, 7, ['a.b.c'], { receipt: 'a.b.c' }])(
      'refuses %j',
      async (receipt) => {
        expect(await verify(receipt)).toMatchObject({
          status: 400,
          body: { code: 'invalid-request', errors: [{ pointer: '/receipt' }] },
        });
      },
    );

    it('tells whether the registry agrees to those who may read the check, and to no other', async () => {
      const { body } = await check(undefined, 'otherAgency');
      const recorded = async (caller: CallerName) => {
        const answer = await verify(body.receipt, caller);
        expect(answer).toMatchObject({ status: 200, body: { valid: true, verdict: 'eligible' } });
        return answer.body.recorded;
      };
      expect(await recorded('auditor')).toBe('agrees');
      expect(await recorded('otherAgency')).toBe('agrees');
      expect(await recorded('procurement')).toBe(null);
      expect(await recorded('admin')).toBe(null);
    });

    it('tells of a genuine receipt whose check is not there', async () => {
      const { issuer } = await aReceiptIssuer({ RECEIPT_KEY });
      const [receipt] = issuer.issue(
        aBatch([aRecordedCheck({ validUntil: '2026-06-01T12:15:00.000Z' })]),
      );
      for (const caller of ['auditor', 'procurement', 'admin'] as const) {
        expect((await verify(receipt, caller)).body).toMatchObject({
          valid: true,
          recorded: 'absent',
        });
      }
    });

    it('is for callers only', async () => {
      const answer = await registry.call('POST', '/v1/checks/verify', { body: { receipt: '' } });
      expect(answer.status).toBe(401);
    });
  });

  describe('are no tokens, and tokens are no receipts:', () => {
    it('a receipt opens nothing', async () => {
      for (const form of ['batch', 'jws']) {
        const { body } = await check(`application/json; receipt=${form}`);
        const headers = { authorization: `Bearer ${body.receipt}` };
        expect(await registry.call('GET', '/v1/lists', { headers })).toMatchObject({
          status: 401,
          body: { code: 'invalid-token' },
        });
      }
    });

    it('a genuine access token is no receipt', async () => {
      const form = new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id: registry.callers.procurement },
        client_secret: registry.keys.procurement,
      });
      const { body } = await registry.call('POST', '/oauth/token', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
      const token = body.access_token;
      expect(
        (await registry.call('GET', '/v1/lists', { headers: { authorization: `Bearer ${token}` } }))
          .status,
      ).toBe(200);
      expect((await verify(token)).body).toMatchObject({ valid: false, claims: null });
      // Not even under the header of a receipt: the key of tokens is not among those of receipts.
      const tokenKid = (await jwks()).keys.find(({ kty }: { kty: string }) => kty === 'RSA').kid;
      const header = Buffer.from(
        `{"alg":"EdDSA","kid":"${tokenKid}","typ":"check-receipt+jwt"}`,
      ).toString('base64url');
      const [, claims, signature] = token.split('.');
      expect((await verify([header, claims, signature].join('.'))).body).toMatchObject({
        valid: false,
        keyId: tokenKid,
      });
    });
  });

  it('outlive a change of keys, where the old one stays published', async () => {
    const { body } = await check();
    const retired = path.join(folder, 'retired.json');
    fs.writeFileSync(retired, JSON.stringify(await jwks()));
    const [old] = (await jwks()).keys.filter(({ kty }: { kty: string }) => kty === 'OKP');
    const changed = await TestRegistry.start({
      now: NOW,
      settings: { RECEIPT_KEY: aReceiptKey(), RECEIPT_KEYS_RETIRED: retired },
    });
    const forgetful = await TestRegistry.start({
      now: NOW,
      settings: { RECEIPT_KEY: aReceiptKey() },
    });
    try {
      const ask = (at: TestRegistry) =>
        at.call('POST', '/v1/checks/verify', {
          key: at.keys.auditor,
          body: { receipt: body.receipt },
        });
      expect((await ask(changed)).body).toMatchObject({
        valid: true,
        keyId: old.kid,
        recorded: 'absent',
      });
      expect((await ask(forgetful)).body).toMatchObject({
        valid: false,
        keyId: old.kid,
        why: expect.stringContaining('key'),
      });
      const { keys } = (await changed.call('GET', '/.well-known/jwks.json')).body;
      expect(keys.map(({ kty }: { kty: string }) => kty)).toEqual(['RSA', 'OKP', 'OKP']);
      expect(keys[2]).toEqual(old);
    } finally {
      await Promise.all([changed.close(), forgetful.close()]);
    }
  });

  it('keep the registry from starting with a key of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const key = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(aReceiptIssuer({ RECEIPT_KEY: key })).rejects.toThrow('RECEIPT_KEY must be');
  });
});
