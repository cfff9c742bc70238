import { ALGORITHM } from '../../src/screening/domain/algorithm';
import { DEFAULT_THRESHOLDS } from '../../src/screening/domain/thresholds';
import { parse } from 'csv-parse/sync';
import { TestRegistry, type Answer } from '../support/app';
import { RECEIPT } from '../support/receipts';
import { change, openList, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

const SCREENING = { version: ALGORITHM.version, ...DEFAULT_THRESHOLDS };

describe('checks over HTTP', () => {
  let registry: TestRegistry;
  let vendor: string;
  let list: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: NOW });
    list = await openList(registry);
    vendor = await registerVendor(registry, {
      identifiers: [{ scheme: 'cage', value: '1ACM1' }],
    });
    await change(registry, { action: 'list', vendor, list, categories: ['a'] });
  });
  afterEach(() => registry.close());

  const post = (path: string, body: unknown, key = registry.keys.procurement) =>
    registry.call('POST', path, { key, body });
  const get = (path: string, key = registry.keys.procurement) =>
    registry.call('GET', path, { key });
  const check = (purchase: object = {}, key = registry.keys.procurement): Promise<Answer> =>
    post('/v1/checks', { vendor: { cage: '1ACM1' }, purchase: { list, ...purchase } }, key);
  const recorded = async (): Promise<number> =>
    (await registry.dataSource.query('SELECT count(*) AS n FROM purchase_check'))[0].n;

  describe('POST /v1/checks', () => {
    it('answers, says where the answer is kept, and gives it back the same', async () => {
      const purchase = {
        ...{ list, category: 'a', stage: 'award', reference: 'PR-2026-1' },
        amount: { value: '1250.00', currency: 'USD' },
        items: [{ manufacturer: 'Acme', product: 'Widget', quantity: 10 }],
      };
      const answer = await post('/v1/checks', {
        vendor: { cage: '1acm1', name: 'acme widgets llc' },
        purchase,
      });
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        verdict: 'eligible',
        position: answer.body.position,
        at: NOW.toISOString(),
        decidedAt: NOW.toISOString(),
        validUntil: '2026-06-01T12:15:00.000Z',
        vendor: { id: vendor, name: 'Acme Widgets LLC', matchedBy: 'cage' },
        candidates: [],
        reasons: [
          {
            ...{ code: 'LISTED', verdict: 'eligible', list, citation: 'FAR 9.406-2' },
            message: 'Listed on A list since 1 June 2026.',
            effective: { from: NOW.toISOString(), to: null },
            position: answer.body.position - 1,
            ...{ exclusion: null, item: null, path: [], comment: null, rule: null },
          },
        ],
        screening: SCREENING,
        askedBy: { id: expect.any(String), agency: 'DHS' },
        asked: {
          vendor: { cage: '1acm1', name: 'acme widgets llc' },
          purchase: { ...purchase, channel: 'list', agency: 'DHS', uses: null, system: 'general' },
        },
        receipt: expect.stringMatching(RECEIPT),
      });
      expect(answer.headers['location']).toBe(`/v1/checks/${answer.body.id}`);
      const kept = await get(answer.headers['location'] ?? '');
      expect(kept).toMatchObject({ status: 200, body: answer.body });
      expect(JSON.stringify(kept.body)).toBe(JSON.stringify(answer.body));
    });

    it('turns with a removal that two persons made', async () => {
      expect((await check()).body.verdict).toBe('eligible');
      await change(registry, { action: 'remove', vendor, list });
      const { body } = await check();
      expect(body).toMatchObject({
        verdict: 'ineligible',
        validUntil: '2026-06-01T12:15:00.000Z',
        reasons: [{ code: 'LISTING_REMOVED', message: 'Removed from A list on 1 June 2026.' }],
      });
    });

    it('tells a suspension from its confirmation', async () => {
      const order = {
        ...{ vendor, list, reason: 'urgent' },
        authority: { citation: 'FAR 9.407-2', office: 'GSA' },
      };
      const { body: suspension } = await post('/v1/suspensions', order, registry.keys.admin);
      const codes = async () =>
        (await check()).body.reasons.map((reason: { code: string }) => reason.code);
      expect(await codes()).toEqual(['LISTING_SUSPENDED', 'SUSPENSION_UNCONFIRMED']);
      expect((await check()).body.verdict).toBe('ineligible');
      await post(`/v1/suspensions/${suspension.id}/confirm`, {}, registry.keys.admin2);
      expect(await codes()).toEqual(['LISTING_SUSPENDED']);
    });

    it('takes a purchase from any list, and one on the open market', async () => {
      const ask = (body: object) => post('/v1/checks', { vendor: { cage: '1ACM1' }, ...body });
      expect(await ask({})).toMatchObject({ body: { verdict: 'eligible' } });
      await change(registry, { action: 'remove', vendor, list });
      expect(await ask({})).toMatchObject({ body: { verdict: 'ineligible' } });
      expect(await ask({ purchase: { channel: 'open-market' } })).toMatchObject({
        body: { verdict: 'eligible', reasons: [{ code: 'NOT_EXCLUDED' }] },
      });
    });

    it('is made once under one Idempotency-Key', async () => {
      const headers = { 'idempotency-key': 'check-once' };
      const body = { vendor: { cage: '1ACM1' } };
      const send = () =>
        registry.call('POST', '/v1/checks', { key: registry.keys.procurement, headers, body });
      const [first, second] = [await send(), await send()];
      expect(second).toMatchObject({ status: 201, body: first.body });
      expect(second.headers['location']).toBe(first.headers['location']);
      expect(await recorded()).toBe(1);
    });

    it('waits for no position that is not reached', async () => {
      const answer = await post('/v1/checks', {
        vendor: { cage: '1ACM1' },
        minPosition: 1_000_000,
      });
      expect(answer).toMatchObject({ status: 503, body: { code: 'position-not-reached' } });
      expect(answer.headers['retry-after']).toBe('1');
    });

    it('has no answer without its record', async () => {
      await registry.dataSource.query('ALTER TABLE purchase_check RENAME TO gone');
      const answer = await check();
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('1');
      expect(answer.body).toEqual({
        type: 'http://localhost:3000/problems/unavailable',
        title: 'Registry can not answer now',
        status: 503,
        detail: 'The registry can not record or read at the moment; try again in a while.',
        instance: '/v1/checks',
        code: 'unavailable',
        requestId: answer.headers['x-request-id'],
      });
    });
  });

  describe('POST /v1/checks/batch', () => {
    const batch = (checks: unknown) => post('/v1/checks/batch', { checks });

    it('answers each in its place, and tells what is wrong with one of it alone', async () => {
      const ask = { vendor: { cage: '1ACM1' }, purchase: { list } };
      const { status, body, headers } = await batch([
        ask,
        { vendor: { cage: '1ACM1', colour: 'red' } },
        7,
        { vendor: { cage: 'OOOOO' } },
        { ...ask, purchase: { list, category: 'b' } },
        { ...ask, purchase: { list: 'no-list' } },
      ]);
      expect(status).toBe(200);
      const { position } = (await check()).body;
      expect(body).toMatchObject({
        position,
        results: [
          { check: { verdict: 'eligible', position } },
          { problem: { code: 'invalid-request', errors: [{ pointer: '/vendor/colour' }] } },
          {
            problem: {
              code: 'invalid-request',
              detail: 'The body: must be an object',
              errors: [{ pointer: '', message: 'must be an object' }],
            },
          },
          { problem: { code: 'malformed-identifier', errors: [{ pointer: '/vendor/cage' }] } },
          { check: { verdict: 'ineligible', reasons: [{ code: 'CATEGORY_NOT_COVERED' }] } },
          { problem: { code: 'invalid-request', errors: [{ pointer: '/purchase/list' }] } },
        ],
      });
      expect(body.results[5].problem).toEqual({
        type: 'http://localhost:3000/problems/invalid-request',
        title: 'Request has invalid members',
        status: 400,
        detail: '/purchase/list: is not the code of a list',
        instance: '/v1/checks/batch',
        code: 'invalid-request',
        requestId: headers['x-request-id'],
        errors: [{ pointer: '/purchase/list', message: 'is not the code of a list' }],
      });
      const { id } = body.results[0].check;
      expect((await get(`/v1/checks/${id}`)).body).toEqual(body.results[0].check);
    });
  });

  describe('POST /v1/standing', () => {
    it.each(['procurement', 'admin', 'auditor'] as const)('answers an %s', async (caller) => {
      const body = { vendor: { cage: '1ACM1' }, purchase: { list } };
      const answer = await post('/v1/standing', body, registry.keys[caller]);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        verdict: 'eligible',
        position: expect.any(Number),
        at: NOW.toISOString(),
        knownAt: null,
        vendor: { id: vendor, name: 'Acme Widgets LLC', matchedBy: 'cage' },
        candidates: [],
        reasons: [expect.objectContaining({ code: 'LISTED' })],
        screening: SCREENING,
      });
      expect(await recorded()).toBe(0);
    });

    it('tells what was known then', async () => {
      const { position } = (await check()).body;
      registry.clock.advance(60_000);
      await change(registry, { action: 'remove', vendor, list, effectiveFrom: NOW.toISOString() });
      const standing = (knownAt: unknown) =>
        post('/v1/standing', { vendor: { cage: '1ACM1' }, purchase: { list }, knownAt });
      for (const knownAt of [position, NOW.toISOString()]) {
        expect(await standing(knownAt)).toMatchObject({
          body: { verdict: 'eligible', position, knownAt },
        });
      }
      expect(await standing(1_000_000)).toMatchObject({ status: 503 });
      expect(await standing('yesterday')).toMatchObject({ status: 400 });
    });
  });

  describe('GET /v1/checks/{id}', () => {
    it('gives a check to its own agency and to an auditor, and to no one else', async () => {
      const { body } = await check();
      const path = `/v1/checks/${body.id}`;
      expect(await get(path)).toMatchObject({ status: 200, body });
      expect(await get(path, registry.keys.auditor)).toMatchObject({ status: 200, body });
      expect(await get(path, registry.keys.admin)).toMatchObject({ status: 403 });
      expect(await get(path, registry.keys.otherAgency)).toMatchObject({
        status: 404,
        body: { code: 'check-not-found' },
      });
    });

    it('is for the agency that asked, whichever it asked for', async () => {
      const { body } = await check({ agency: 'NASA' });
      expect(body).toMatchObject({
        askedBy: { agency: 'DHS' },
        asked: { purchase: { agency: 'NASA' } },
      });
      const path = `/v1/checks/${body.id}`;
      expect(await get(path)).toMatchObject({ status: 200 });
      expect(await get(path, registry.keys.otherAgency)).toMatchObject({ status: 404 });
    });
  });

  describe('GET /v1/checks', () => {
    const idsOf = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);
    /** A check as it stands in a list, without its receipt. */
    const kept = ({ receipt: _, ...check }: { receipt?: string }): object => check;
    const asAuditor = (query = '') => get(`/v1/checks${query}`, registry.keys.auditor);

    it('gives pages, newest first, each leading to the next', async () => {
      const made: string[] = [];
      for (let index = 0; index < 5; index += 1) made.unshift((await check()).body.id);
      const read: string[] = [];
      let path: string | undefined = '/v1/checks?limit=2';
      while (path !== undefined) {
        const page: Answer = await get(path);
        read.push(...idsOf(page));
        path = /^<(.*)>; rel="next"$/.exec(page.headers['link'] ?? '')?.[1];
      }
      expect(read).toEqual(made);
    });

    it('gives an auditor all, and a buyer those of its own agency only', async () => {
      const ours = (await check()).body.id;
      const theirs = (await check({}, registry.keys.otherAgency)).body.id;
      expect(idsOf(await asAuditor())).toEqual([theirs, ours]);
      expect(idsOf(await get('/v1/checks'))).toEqual([ours]);
      expect(idsOf(await get('/v1/checks?agency=NASA'))).toEqual([]);
      expect(idsOf(await asAuditor('?agency=NASA'))).toEqual([theirs]);
      expect(await get('/v1/checks', registry.keys.admin)).toMatchObject({ status: 403 });
    });

    it('is narrowed by what is asked for', async () => {
      await openList(registry, { code: 'b-list' });
      const first = (await check()).body;
      registry.clock.advance(1000);
      const second = (await check({ list: 'b-list' }, registry.keys.otherAgency)).body;
      const { decidedAt } = second;
      const cases: [string, object[]][] = [
        [`vendor=${vendor}`, [second, first]],
        [`vendor=${NOBODY}`, []],
        ['list=a-list', [first]],
        [`client=${second.askedBy.id}`, [second]],
        ['verdict=eligible', [first]],
        ['verdict=ineligible&list=a-list', []],
        [`from=${decidedAt}`, [second]],
        [`to=${decidedAt}`, [first]],
      ];
      for (const [query, checks] of cases) {
        const items = checks.map(kept);
        expect((await asAuditor(`?${query}`)).body).toEqual({ items, next: null });
      }
    });

    it('streams NDJSON, each line as it was answered', async () => {
      const made = [(await check()).body, (await check()).body].reverse();
      const answer = await asAuditor('?format=ndjson');
      expect(answer.headers['content-type']).toBe('application/x-ndjson');
      expect(answer.body).toBe(made.map((one) => `${JSON.stringify(kept(one))}\n`).join(''));
    });

    it('streams CSV, in which nothing is a formula', async () => {
      const { body } = await check({
        ...{ category: 'b', agency: 'NASA', reference: '=HYPERLINK("x")' },
        amount: { value: '1250.00', currency: 'USD' },
      });
      await check({}, registry.keys.otherAgency);
      const answer = await get('/v1/checks?format=csv');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toBe('attachment; filename="checks.csv"');
      expect(parse(answer.body, { columns: true })).toEqual([
        {
          ...{ id: body.id, decidedAt: body.decidedAt, at: body.at, validUntil: body.validUntil },
          ...{ position: String(body.position), verdict: 'ineligible' },
          ...{ reasons: 'CATEGORY_NOT_COVERED', citations: 'FAR 9.406-2' },
          messages: 'The listing on A list does not cover category b.',
          ...{ vendor, vendorName: 'Acme Widgets LLC', matchedBy: 'cage', candidates: '' },
          ...{ channel: 'list', list, category: 'b', forAgency: 'NASA', stage: 'award' },
          ...{ reference: `'=HYPERLINK("x")`, amount: '1250.00', currency: 'USD' },
          ...{ agency: 'DHS', client: body.askedBy.id },
        },
      ]);
    });

    it('streams more than it holds in memory at once', async () => {
      const made: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        const checks = Array(200).fill({ vendor: { cage: '1ACM1' } });
        const { status, body } = await post('/v1/checks/batch', { checks });
        expect(status).toBe(200);
        made.push(...body.results.map((one: { check: { id: string } }) => one.check.id));
      }
      const lines = (await get('/v1/checks?format=ndjson')).body.trimEnd().split('\n');
      expect(lines.map((line: string) => JSON.parse(line).id).reverse()).toEqual(made);
    });

    it.each(['json', 'csv', 'ndjson'])(
      'says so where the registry is away (%s)',
      async (format) => {
        await registry.dataSource.query('ALTER TABLE purchase_check RENAME TO gone');
        expect(await asAuditor(`?format=${format}`)).toMatchObject({
          status: 503,
          body: { code: 'unavailable' },
        });
      },
    );
  });
});
