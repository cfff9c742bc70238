import { TestRegistry } from '../support/app';
import { change, openList, registerVendor } from '../support/registry';

describe('approved lists', () => {
  let registry: TestRegistry;

  beforeEach(async () => {
    registry = await TestRegistry.start();
  });
  afterEach(() => registry.close());

  const get = (path: string) => registry.call('GET', path, { key: registry.keys.procurement });
  const post = (body: object) =>
    registry.call('POST', '/v1/lists', { key: registry.keys.admin, body });
  const patch = (body: object, ifMatch?: string) =>
    registry.call('PATCH', '/v1/lists/a-list', {
      key: registry.keys.admin,
      body,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  it('are opened with the rules of the registry where they set none', async () => {
    const { status, body, headers } = await post({
      code: 'gsa-schedule-70',
      name: 'GSA IT Schedule 70',
      owner: 'GSA',
    });
    expect(status).toBe(201);
    expect(headers['location']).toBe('/v1/lists/gsa-schedule-70');
    expect(body).toEqual({
      code: 'gsa-schedule-70',
      name: 'GSA IT Schedule 70',
      owner: 'GSA',
      categories: [],
      policy: {
        approvals: { list: 2, 'amend-listing': 2, renew: 2, remove: 2, reinstate: 2, suspend: 1 },
        suspensionLapsesAfter: 'P1D',
        receiptValidFor: 'PT15M',
        defaultTerm: null,
      },
      position: body.position,
    });
    expect((await get('/v1/lists/gsa-schedule-70')).body).toEqual(body);
  });

  it('keep the rules that a policy does not name', async () => {
    const terms = { code: 'a-list', name: 'A list', owner: 'GSA' };
    const { body } = await post({ ...terms, policy: { approvals: { remove: 3 } } });
    const approvals = {
      list: 2,
      'amend-listing': 2,
      renew: 2,
      remove: 3,
      reinstate: 2,
      suspend: 1,
    };
    expect(body.policy.approvals).toEqual(approvals);
    const amended = await patch({ policy: { approvals: { list: 4 } } }, '*');
    expect(amended.body.policy.approvals).toEqual({ ...approvals, list: 4 });
  });

  it.each([
    [
      'a policy whose rule is null',
      { policy: { approvals: { list: null } } },
      400,
      '/policy/approvals/list',
    ],
    ['a code that is no code', { code: 'No Code' }, 400, '/code'],
    [
      'a policy that one person could use alone',
      { policy: { approvals: { remove: 1 } } },
      422,
      '/policy/approvals/remove',
    ],
    [
      'a duration that is none',
      { policy: { suspensionLapsesAfter: 'a day' } },
      400,
      '/policy/suspensionLapsesAfter',
    ],
    [
      'a suspension that lapses at once',
      { policy: { suspensionLapsesAfter: 'P0DT0S' } },
      400,
      '/policy/suspensionLapsesAfter',
    ],
    ...['P31D', 'P2M', 'P9999Y'].map((suspensionLapsesAfter): [string, object, number, string] => [
      `a suspension by one person for ${suspensionLapsesAfter}`,
      { policy: { suspensionLapsesAfter } },
      ...([422, '/policy/suspensionLapsesAfter'] as const),
    ]),
    [
      'two categories of one code',
      {
        categories: [
          { code: 'a', title: 'A' },
          { code: 'a', title: 'B' },
        ],
      },
      400,
      '/categories/1/code',
    ],
    ['a member that is unknown', { color: 'red' }, 400, '/color'],
    ['a code that is taken', { code: 'a-list' }, 409, '/code'],
  ])('are refused with %s', async (_, terms, status, pointer) => {
    await openList(registry);
    const answer = await post({ code: 'b-list', name: 'B', owner: 'GSA', ...terms });
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
      pointer,
    );
    expect((await get('/v1/lists')).body.items).toHaveLength(1);
  });

  it('are amended by whoever read the newest version', async () => {
    await openList(registry);
    const { headers, body } = await get('/v1/lists/a-list');
    expect(await patch({ name: 'New' })).toMatchObject({ status: 428 });
    const amended = await patch({ name: 'New', policy: { defaultTerm: 'P5Y' } }, headers['etag']);
    expect(amended).toMatchObject({
      status: 200,
      body: { name: 'New', policy: { defaultTerm: 'P5Y', receiptValidFor: 'PT15M' } },
    });
    expect(await patch({ name: 'Newer' }, headers['etag'])).toMatchObject({ status: 412 });
    expect((await get(`/v1/lists/a-list?knownAt=${body.position}`)).body.name).toBe('A list');
    expect(await get('/v1/lists/a-list?knownAt=0')).toMatchObject({ status: 404 });
    expect(await get('/v1/lists/a-list?knownAt=99999')).toMatchObject({ status: 503 });
  });

  it('keep the categories that listings name', async () => {
    await openList(registry);
    const vendor = await registerVendor(registry);
    await change(registry, { action: 'list', vendor, list: 'a-list', categories: ['b'] });
    const answer = await patch({ categories: [{ code: 'a', title: 'A' }] }, '*');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/categories' }] } });
  });

  it('tell who stands on them, by state, at any time, page by page', async () => {
    await openList(registry);
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      const vendor = await registerVendor(registry, { name });
      ids.push(vendor);
      await change(registry, {
        action: 'list',
        vendor,
        list: 'a-list',
        effectiveFrom: '2020-01-01T00:00:00Z',
      });
    }
    await change(registry, { action: 'remove', vendor: ids[1], list: 'a-list' });
    const vendors = async (query: string) =>
      (await get(`/v1/lists/a-list/listings?${query}`)).body.items.map(
        (item: { vendor: string }) => item.vendor,
      );
    expect(await vendors('status=listed')).toEqual([ids[0], ids[2]]);
    expect(await vendors('status=removed')).toEqual([ids[1]]);
    expect(await vendors('status=listed&at=2021-01-01T00:00:00Z')).toEqual(ids);
    expect(await vendors('status=not-yet-effective&at=2019-01-01T00:00:00Z')).toEqual(ids);
    const first = (await get('/v1/lists/a-list/listings?limit=2')).body;
    expect(await vendors(`limit=2&cursor=${first.next}`)).toEqual([ids[2]]);
    const search = await get('/v1/vendors?list=a-list&status=removed');
    expect(search.body.items.map((item: { id: string }) => item.id)).toEqual([ids[1]]);
  });
});
