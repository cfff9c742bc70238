import { encodeCursor } from '../../src/http/cursor';
import { TestRegistry, type Answer } from '../support/app';
import { change, openList, registerVendor } from '../support/registry';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';

/** One registry serves all of them: what is refused leaves nothing behind. */
describe('checks that are refused over HTTP', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    const list = await openList(registry);
    const vendor = await registerVendor(registry, {
      identifiers: [{ scheme: 'cage', value: '1ACM1' }],
    });
    await change(registry, { action: 'list', vendor, list, categories: ['a'] });
  });
  afterEach(async () => {
    expect(await registry.dataSource.query('SELECT FROM purchase_check')).toEqual([]);
  });
  afterAll(() => registry.close());

  const post = (path: string, body: unknown, key = registry.keys.procurement) =>
    registry.call('POST', path, { key, body });
  const get = (path: string, key = registry.keys.procurement) =>
    registry.call('GET', path, { key });
  const check = (purchase: object = {}, key = registry.keys.procurement): Promise<Answer> =>
    post(
      '/v1/checks',
      { vendor: { cage: '1ACM1' }, purchase: { list: 'a-list', ...purchase } },
      key,
    );

  describe('POST /v1/checks', () => {
    it.each([
      ['auditor', 403],
      ['admin', 403],
    ] as const)('is closed to an %s', async (caller, status) => {
      expect((await check({}, registry.keys[caller])).status).toBe(status);
    });

    it.each<[string, object, string]>([
      ['nothing', {}, '/vendor'],
      ['a vendor that is null', { vendor: null }, '/vendor'],
      ['a purchase that is null', { vendor: { cage: '1ACM1' }, purchase: null }, '/purchase'],
      ['a vendor without a clue', { vendor: {} }, '/vendor'],
      ['vendors', { vendor: [{ cage: '1ACM1' }] }, '/vendor'],
      ['a malformed CAGE code', { vendor: { cage: 'OOOOO' } }, '/vendor/cage'],
      ['a malformed LEI', { vendor: { lei: '969500T3MBS4SQAMHJ44' } }, '/vendor/lei'],
      ['a null', { vendor: { cage: '1ACM1', name: null } }, '/vendor/name'],
      ['an id that is none', { vendor: { id: 'x' } }, '/vendor/id'],
      ['an unknown identifier', { vendor: { ein: '1' } }, '/vendor/ein'],
      ['a country that is none', { vendor: { name: 'Acme', country: 'ZZ' } }, '/vendor/country'],
      ['a name without a letter', { vendor: { name: '!!!' } }, '/vendor/name'],
      ['a name with NUL', { vendor: { name: 'a\u0000' } }, '/vendor/name'],
      ['no zone', { vendor: { name: 'Acme' }, at: '2026-06-01T00:00:00' }, '/at'],
      ['half a position', { vendor: { name: 'Acme' }, minPosition: 0.5 }, '/minPosition'],
      ['an unknown member', { vendor: { name: 'Acme' }, knownAt: 1 }, '/knownAt'],
    ])('refuses %s', async (_, body, pointer) => {
      expectRefusal(await post('/v1/checks', body), pointer);
    });

    it.each<[string, object, string]>([
      ['a list that is not there', { list: 'no-list' }, '/purchase/list'],
      ['a list that is null', { list: null }, '/purchase/list'],
      ['a list that is no code', { list: 'No List' }, '/purchase/list'],
      ['a list on the open market', { channel: 'open-market' }, '/purchase/list'],
      ['an unknown channel', { channel: 'closed-market' }, '/purchase/channel'],
      ['an unknown stage', { stage: 'lunch' }, '/purchase/stage'],
      [
        'an amount that is a number',
        { amount: { value: 5, currency: 'USD' } },
        '/purchase/amount/value',
      ],
      ['an amount that is null', { amount: null }, '/purchase/amount'],
      ['an amount below 0', { amount: { value: '-5', currency: 'USD' } }, '/purchase/amount/value'],
      [
        'a currency that is none',
        { amount: { value: '5', currency: 'usd' } },
        '/purchase/amount/currency',
      ],
      [
        'nothing of a thing',
        { items: [{ product: 'x', quantity: 0 }] },
        '/purchase/items/0/quantity',
      ],
      ['a thing without a name', { items: [{ quantity: 1 }] }, '/purchase/items/0'],
      ['101 things', { items: Array(101).fill({ product: 'x' }) }, '/purchase/items'],
      ['an unknown member', { colour: 'red' }, '/purchase/colour'],
    ])('refuses %s', async (_, purchase, pointer) => {
      expectRefusal(await check(purchase), pointer);
    });

    const expectRefusal = (answer: Answer, pointer: string): void => {
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
        pointer,
      );
    };
  });

  describe('POST /v1/checks/batch', () => {
    const batch = (checks: unknown) => post('/v1/checks/batch', { checks });

    it.each<[string, unknown]>([
      ['no checks', []],
      ['1001 checks', Array(1001).fill({ vendor: { name: 'Acme' } })],
      ['one check', { vendor: { name: 'Acme' } }],
      ['null', null],
    ])('refuses %s', async (_, checks) => {
      const answer = await batch(checks);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(answer.body.errors[0].pointer).toBe('/checks');
    });

    it('takes 1000 checks, each as broken as it may be', async () => {
      const { status, body } = await batch(Array(1000).fill(null));
      expect(status).toBe(200);
      expect(body.results).toHaveLength(1000);
    });
  });

  describe('GET /v1/checks/{id}', () => {
    it.each([NOBODY, 'x', 'batch'])('knows no check %s', async (id) => {
      expect(await get(`/v1/checks/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'check-not-found' },
      });
    });
  });

  describe('GET /v1/checks', () => {
    it.each([
      ['verdict=maybe', '/verdict'],
      ['vendor=x', '/vendor'],
      ['format=xml', '/format'],
      ['limit=201', '/limit'],
      ['colour=red', '/colour'],
      ['cursor=tampered', '/cursor'],
      [`cursor=${encodeCursor('checks?[]', 'forged')}`, '/cursor'],
      ['from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z', '/to'],
    ])('refuses %s', async (query, pointer) => {
      const answer = await get(`/v1/checks?${query}`, registry.keys.auditor);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    });
  });
});
