import { createHash } from 'node:crypto';
import { leafHashOf } from '../../src/history/domain/entry';
import { TestRegistry } from '../support/app';
import { tamper } from '../support/evidence';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('evidence over HTTP', () => {
  let registry: TestRegistry;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: new Date('2026-06-01T12:00:00.000Z') });
  });
  afterEach(() => registry.close());

  const get = (path: string, key = registry.keys.auditor) => registry.call('GET', path, { key });
  const seal = (key = registry.keys.auditor) => registry.call('POST', '/v1/checks/seals', { key });
  const check = async (key = registry.keys.procurement): Promise<string> => {
    const body = { vendor: { name: 'Nobody' } };
    const answer = await registry.call('POST', '/v1/checks', { key, body });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  describe('POST /v1/checks/seals', () => {
    it('seals what waits, and tells where the seal and its entry are', async () => {
      await check();
      const { status, headers, body } = await seal();
      expect({ status, location: headers['location'] }).toEqual({
        ...{ status: 201, location: '/v1/checks/seals/0' },
      });
      expect(body).toEqual({
        ...{ number: 0, batches: 1, checks: 1, previous: null, entry: expect.any(Number) },
        ...{ root: expect.stringMatching(/^[0-9a-f]{64}$/), firstBatch: body.lastBatch },
        ...{ lastBatch: expect.any(String), recordedAt: '2026-06-01T12:00:00.000Z' },
      });
      const entry = await get(`/v1/history/${body.entry}`);
      const { entry: _, recordedAt: __, ...after } = body;
      expect(entry.body).toMatchObject({ type: 'checks.sealed', actor: { kind: 'system' }, after });
    });

    it('answers with the last seal where nothing waits', async () => {
      await check();
      const { body: sealed } = await seal();
      const { status, headers, body } = await seal();
      expect({ status, body, location: headers['location'] }).toEqual({
        ...{ status: 200, body: sealed, location: '/v1/checks/seals/0' },
      });
    });

    it('says so where no check was ever made', async () => {
      const { status, body } = await seal();
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'nothing-to-seal' });
    });

    it('answers a request that is sent again with the same seal', async () => {
      await check();
      const again = (): Promise<{ status: number; body: { number: number } }> =>
        registry.call('POST', '/v1/checks/seals', {
          ...{ key: registry.keys.auditor, headers: { 'idempotency-key': 'once' } },
        });
      const first = await again();
      await check();
      expect(await again()).toMatchObject({ status: first.status, body: first.body });
    });

    it('takes no members', async () => {
      const answer = await registry.call('POST', '/v1/checks/seals', {
        ...{ key: registry.keys.auditor, body: { number: 3 } },
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    });
  });

  describe('GET /v1/checks/seals', () => {
    it('tells seals, newest first, page by page', async () => {
      for (let count = 0; count < 3; count += 1) {
        await check();
        await seal();
      }
      const first = await get('/v1/checks/seals?limit=2');
      expect(first.body.items.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
      const rest = await get(`/v1/checks/seals?limit=2&cursor=${first.body.next}`);
      expect(rest.body).toMatchObject({ items: [{ number: 0 }], next: null });
      expect((await get('/v1/checks/seals/1')).body).toEqual(first.body.items[1]);
    });

    it('chains each seal to the entry of the one before', async () => {
      await check();
      const { body: first } = await seal();
      await check();
      const { body: second } = await seal();
      const [{ canonical }] = await registry.dataSource.query(
        'SELECT canonical FROM history_entry WHERE position = $1',
        [first.entry],
      );
      expect(second.previous).toBe(createHash('sha256').update(canonical).digest('hex'));
    });

    it('has no seal of a number that none has, or of what is no number', async () => {
      for (const number of ['7', 'x', '-1', '1.5', '99999999999999999999']) {
        const { status, body } = await get(`/v1/checks/seals/${number}`);
        expect({ number, status, code: body.code }).toEqual({
          ...{ number, status: 404, code: 'seal-not-found' },
        });
      }
    });

    it('refuses a cursor of another list, and what it does not know', async () => {
      const forged = await get('/v1/checks/seals?cursor=abc');
      expect(forged).toMatchObject({ status: 400, body: { code: 'malformed-cursor' } });
      expect(await get('/v1/checks/seals?verdict=review')).toMatchObject({ status: 400 });
    });
  });

  describe('GET /v1/checks/{id}/proof', () => {
    it('proves a check from its answer to the entry that GET /v1/history tells', async () => {
      const id = await check();
      const { body: made } = await seal();
      const { status, body } = await get(`/v1/checks/${id}/proof`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ intact: true, broken: [], hint: null, check: { id } });
      const { receipt: _, ...answered } = (await get(`/v1/checks/${id}`)).body;
      expect(JSON.parse(body.check.answer)).toEqual(answered);
      expect(body.seal).toMatchObject({ number: made.number, root: made.root, size: 1, checks: 1 });
      const { leafHash } = (await get(`/v1/history/${made.entry}`)).body;
      expect(body.entry).toMatchObject({ position: made.entry, leafHash });
      expect(leafHashOf(Buffer.from(body.entry.canonical)).toString('hex')).toBe(leafHash);
    });

    it('proves as far as it can before there is a seal', async () => {
      const { status, body } = await get(`/v1/checks/${await check()}/proof`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ intact: true, seal: null, entry: null });
      expect(body.hint).toContain('/v1/checks/seals');
    });

    it('tells an auditor where a record was altered, and does not fail', async () => {
      const id = await check();
      await seal();
      await tamper(
        registry.dataSource,
        `UPDATE purchase_check SET verdict = 'eligible', answer = '\\xff' WHERE id = $1`,
        [id],
      );
      const { status, body } = await get(`/v1/checks/${id}/proof`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ intact: false, broken: ['claims', 'leaf', 'batch', 'columns'] },
        check: { id, claims: null },
      });
    });

    it('is had by a buyer for the checks of its own agency', async () => {
      const id = await check();
      const { procurement, otherAgency } = registry.keys;
      expect(await get(`/v1/checks/${id}/proof`, procurement)).toMatchObject({ status: 200 });
      const { status, body } = await get(`/v1/checks/${id}/proof`, otherAgency);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'check-not-found' });
    });

    it('says of a check older than batches why it has none', async () => {
      const id = await check();
      await tamper(registry.dataSource, 'UPDATE purchase_check SET batch_id = NULL, leaf = NULL');
      const { status, body } = await get(`/v1/checks/${id}/proof`);
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'check-not-batched' });
    });

    it('knows no check that there is not', async () => {
      for (const id of [NOBODY, 'seals', 'x']) {
        expect({ id, ...(await get(`/v1/checks/${id}/proof`)) }).toMatchObject({ id, status: 404 });
      }
    });
  });

  it('is for auditors, but for proofs', async () => {
    const { procurement, admin } = registry.keys;
    for (const key of [procurement, admin]) {
      expect(await seal(key)).toMatchObject({ status: 403 });
      expect(await get('/v1/checks/seals', key)).toMatchObject({ status: 403 });
      expect(await get('/v1/checks/seals/0', key)).toMatchObject({ status: 403 });
    }
    expect(await get(`/v1/checks/${NOBODY}/proof`, admin)).toMatchObject({ status: 403 });
  });
});
