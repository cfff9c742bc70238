import { parse } from 'csv-parse/sync';
import { encodeCursor } from '../../src/http/cursor';
import { pageScope } from '../../src/http/page';
import { TestRegistry, type Answer } from '../support/app';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';
const KASPERSKY = { manufacturer: 'Kaspersky Lab', product: 'Endpoint Security', quantity: 10 };

describe('exposure over HTTP', () => {
  let registry: TestRegistry;
  let vendor: string;
  let exclusion: string;
  let checks: string[];

  beforeAll(async () => {
    registry = await TestRegistry.start();
    const list = await openList(registry);
    vendor = await registerVendor(registry);
    await change(registry, { action: 'list', vendor, list });
    checks = [
      await check(registry.keys.procurement, {
        ...{ list, reference: 'PR-1', agency: 'NASA' },
        amount: { value: '1250.00', currency: 'USD' },
        items: [KASPERSKY],
      }),
      await check(registry.keys.otherAgency, { list, reference: '=1+1' }),
      await check(registry.keys.procurement, { list }),
    ];
    const article = { manufacturer: KASPERSKY.manufacturer, product: null };
    const { entries } = await change(registry, {
      action: 'exclude',
      exclusion: {
        ...{ kind: 'prohibition', basis: 'statute', agency: 'DHS' },
        scope: { whole: false, articles: [article] },
        ...{ binds: { agencies: 'all' }, effects: ['award'] },
      },
    });
    const entry = await get(`/v1/history/${entries[0]}`);
    exclusion = entry.body.exclusion;
  });
  afterAll(() => registry.close());

  async function check(key: string, purchase: object): Promise<string> {
    const body = { vendor: { id: vendor }, purchase };
    const answer = await registry.call('POST', '/v1/checks', { key, body });
    expect(answer.body.verdict).toBe('eligible');
    return answer.body.id;
  }
  const get = (path: string, key = registry.keys.auditor): Promise<Answer> =>
    registry.call('GET', path, { key });
  const idsIn = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);

  it.each([
    ['a vendor', () => `/v1/vendors/${vendor}/exposure`],
    ['an exclusion', () => `/v1/exclusions/${exclusion}/exposure`],
    ['an article', () => '/v1/exposure?manufacturer=Kaspersky%20Lab'],
  ])('of %s is for admins and auditors', async (_, path) => {
    const { admin, auditor, procurement } = registry.keys;
    expect(await get(path(), admin)).toMatchObject({ status: 200 });
    expect(await get(path(), auditor)).toMatchObject({ status: 200 });
    expect(await get(path(), procurement)).toMatchObject({ status: 403 });
  });

  it('of a vendor says who was told "eligible", and the position that it rests on', async () => {
    const { status, body } = await get(`/v1/vendors/${vendor}/exposure?limit=1`);
    const [{ size }] = await registry.dataSource.query('SELECT size FROM history_head');
    const usd = [{ value: '1250.00', currency: 'USD' }];
    const at = '2026-06-01T12:00:00.000Z';
    const tally = { checks: 3, references: 2, amounts: usd, firstAt: at, lastAt: at };
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ position: size, since: null, until: null, incomplete: false },
        vendors: [{ id: vendor, name: 'Acme Widgets LLC', connection: 'vendor' }],
        total: { ...tally, verdicts: { eligible: 3, review: 0, ineligible: 0 }, eligible: tally },
        agencies: [
          { agency: 'DHS', forAgency: 'DHS', checks: 1, amounts: [] },
          { agency: 'DHS', forAgency: 'NASA', checks: 1, amounts: usd },
          { agency: 'NASA', forAgency: 'NASA', checks: 1, amounts: [] },
        ],
        clients: [
          { client: registry.callers.procurement, agency: 'DHS', checks: 2 },
          { client: registry.callers.otherAgency, agency: 'NASA', checks: 1 },
        ],
        items: [{ id: checks[2], reference: null }],
        next: expect.any(String),
      },
    });
  });

  it('comes in pages, each with the address of the next', async () => {
    const pages: Answer[] = [];
    let path: string | undefined = `/v1/vendors/${vendor}/exposure?limit=2`;
    while (path !== undefined) {
      const page = await get(path);
      pages.push(page);
      path = /<(.+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
    }
    expect(pages.map(idsIn)).toEqual([[checks[2], checks[1]], [checks[0]]]);
  });

  it('gives no page of one vendor for a cursor of another', async () => {
    const { body } = await get(`/v1/vendors/${vendor}/exposure?limit=1`);
    const other = await registerVendor(registry, { name: 'Borealis Fasteners' });
    const path = `/v1/vendors/${other}/exposure?limit=1&cursor=${body.next}`;
    expect(await get(path)).toMatchObject({ status: 400, body: { code: 'malformed-cursor' } });
  });

  it('gives no page for a cursor that someone made up', async () => {
    const scope = pageScope(`exposure of ${JSON.stringify({ vendor, affiliates: true })}`, {});
    const cursor = encodeCursor(scope, '\u0000forged');
    const answer = await get(`/v1/vendors/${vendor}/exposure?cursor=${cursor}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
    const real = await get(
      `/v1/vendors/${vendor}/exposure?cursor=${encodeCursor(scope, checks[2] ?? '')}`,
    );
    expect(idsIn(real)).toEqual([checks[1], checks[0]]);
  });

  it('of an exclusion says what it covers that was bought', async () => {
    const { body } = await get(`/v1/exclusions/${exclusion}/exposure`);
    expect(body).toMatchObject({
      ...{ vendors: [], incomplete: false, total: { checks: 1, eligible: { checks: 1 } } },
      items: [
        {
          ...{ id: checks[0], matches: ['article'], verdict: 'eligible', reasons: ['LISTED'] },
          ...{ agency: 'DHS', forAgency: 'NASA', client: registry.callers.procurement },
          ...{ reference: 'PR-1', items: [KASPERSKY], list: 'a-list', vendor },
        },
      ],
    });
  });

  it('of an article says who asked for it', async () => {
    const ofProduct = (product: string) =>
      get(`/v1/exposure?manufacturer=kaspersky%20lab&product=${encodeURIComponent(product)}`);
    expect(idsIn(await ofProduct('Endpoint Security'))).toEqual([checks[0]]);
    expect((await ofProduct('Password Manager')).body.items).toMatchObject([
      { id: checks[0], matches: ['possible-article'] },
    ]);
  });

  it('is streamed whole as CSV, in which no cell is a formula', async () => {
    const answer = await get(`/v1/vendors/${vendor}/exposure?format=csv&limit=1`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="exposure.csv"',
    });
    const rows = parse<Record<string, string>>(answer.body, { columns: true });
    expect(rows.map(({ id, reference }) => [id, reference])).toEqual([
      [checks[2], ''],
      [checks[1], "'=1+1"],
      [checks[0], 'PR-1'],
    ]);
    expect(rows[2]).toEqual({
      ...{ id: checks[0], verdict: 'eligible', reasons: 'LISTED', matches: 'vendor', vendor },
      ...{ decidedAt: '2026-06-01T12:00:00.000Z', at: '2026-06-01T12:00:00.000Z' },
      ...{ agency: 'DHS', forAgency: 'NASA', client: registry.callers.procurement },
      ...{ list: 'a-list', reference: 'PR-1', amount: '1250.00', currency: 'USD' },
      items: '10 x Kaspersky Lab, Endpoint Security',
    });
  });

  it('is streamed whole as NDJSON, each line as a page has it', async () => {
    const page = await get(`/v1/exclusions/${exclusion}/exposure`);
    const answer = await get(`/v1/exclusions/${exclusion}/exposure?format=ndjson`);
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const lines: string[] = answer.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(page.body.items);
  });

  it.each<[string, string, string]>([
    [
      'a time that ends before it begins',
      'since=2026-06-02T00:00:00Z&until=2026-06-02T00:00:00Z',
      '/until',
    ],
    ['a time without a zone', 'since=2026-06-02', '/since'],
    ['affiliates that are neither', 'affiliates=perhaps', '/affiliates'],
    ['an identifier in the address', 'uei=ACMEWDGETS09', '/uei'],
  ])('refuses %s', async (_, query, pointer) => {
    const answer = await get(`/v1/vendors/${vendor}/exposure?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it.each(['/v1/exposure', '/v1/exposure?manufacturer=%21%21'])(
    'refuses articles of no maker: %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(400);
      expect(body.errors[0].pointer).toBe('/manufacturer');
    },
  );

  it.each([
    [`/v1/vendors/${NOBODY}/exposure`, 'vendor-not-found'],
    [`/v1/vendors/${NOBODY}/exposure?format=csv`, 'vendor-not-found'],
    [`/v1/exclusions/${NOBODY}/exposure`, 'exclusion-not-found'],
    ['/v1/exclusions/none/exposure?format=ndjson', 'exclusion-not-found'],
    [`/v1/proposals/${NOBODY}/impact`, 'proposal-not-found'],
  ])('finds nothing at %s', async (path, code) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { code } });
  });

  describe('GET /v1/proposals/{id}/impact', () => {
    it('tells of a pending proposal what it would turn now, and of a decided one nothing', async () => {
      const { admin, admin2, procurement } = registry.keys;
      const proposed = await registry.call('POST', '/v1/proposals', {
        key: admin,
        body: { ...LAWFUL, action: 'remove', vendor, list: 'a-list' },
      });
      const { id, impact } = proposed.body;
      await check(procurement, { list: 'a-list' });
      const fresh = await get(`/v1/proposals/${id}/impact`);
      // What covers an article bars the first check as it is.
      expect(impact.checks).toBe(2);
      expect(fresh).toMatchObject({
        status: 200,
        body: {
          checks: 3,
          turns: { 'eligible → ineligible': 3 },
          position: proposed.body.position,
        },
      });
      expect(await get(`/v1/proposals/${id}/impact`, procurement)).toMatchObject({ status: 403 });
      await registry.call('POST', `/v1/proposals/${id}/withdraw`, { key: admin, body: {} });
      expect(await get(`/v1/proposals/${id}/impact`, admin2)).toMatchObject({
        status: 409,
        body: { code: 'proposal-decided' },
      });
    });
  });
});
